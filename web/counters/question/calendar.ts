import type { PeriodUnit } from '../../../domain/counters/periods.ts';

/** Whether the browser has a calendar of its own for such periods; else they are typed. */
export function hasCalendar(by: PeriodUnit): boolean {
  const field = document.createElement('input');
  field.type = by === 'month' ? 'month' : 'date';
  return field.type !== 'text';
}

/** A period as it was typed without a calendar: full width and strokes are taken as they come. */
export function readTyped(text: string): string {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/[-/.年月日\s]+/u);
  const [year = '', ...rest] = parts.filter((part) => part !== '');
  return [year, ...rest.map((part) => part.padStart(2, '0'))].join('-');
}
