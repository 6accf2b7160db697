import { readDayRange } from '../../../domain/exports/day-range.ts';
import { TextField } from './text-field.tsx';
import type { Fault, FormState } from './use-form.ts';

type Form = FormState<Record<string, string>>;
/** The first and the last day: their fields' names, which stand in the address too. */
export type DaySides = readonly [first: string, last: string];

type Props = { form: Form; sides: DaySides; labelOf: (side: string) => string };

/** From which day to which; both may be left empty. */
export function DayRange({ form, sides, labelOf }: Props) {
  return sides.map((side) => (
    <TextField
      plain
      key={side}
      type="date"
      id={form.idOf(side)}
      label={labelOf(side)}
      fault={form.faultOf(side)}
      width="medium"
      value={form.values[side] ?? ''}
      onChange={(value) => form.set(side, value)}
    />
  ));
}

/** What is wrong with the days; `textOf` says a fault's code. */
export function faultsOfDays({ form, sides, labelOf }: Props, textOf: (code: string) => string): Fault[] {
  const [first, last] = sides;
  const half = sides.filter((side) => isHalfTyped(form.idOf(side)));
  const read = readDayRange({ from: form.values[first], to: form.values[last] });
  const found = read.ok ? [] : read.faults.map(({ field, code }) => ({ side: field === 'from' ? first : last, code }));
  return [
    ...half.map((side) => ({ side, code: 'day' as const })),
    ...found.filter(({ side }) => !half.includes(side)),
  ].map(({ side, code }) => ({ field: side, label: labelOf(side), text: textOf(`exports/${code}`) }));
}

/** Takes away what is half typed, which no value of the page's own reaches. */
export function emptyDays({ form, sides }: Pick<Props, 'form' | 'sides'>): void {
  for (const side of sides) {
    const field = document.getElementById(form.idOf(side));
    if (field instanceof HTMLInputElement) field.value = '';
  }
}

/** A browser gives nothing for a date of which only a part is typed; that is no empty field to the person. */
function isHalfTyped(id: string): boolean {
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement && field.validity.badInput;
}
