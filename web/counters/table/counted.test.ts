import { expect, test } from 'vitest';
import type { CounterPlace } from '../../../domain/counters/places.ts';
import { columnsShown } from './counted.ts';

const columns: CounterPlace[] = ['total', 'colour', 'mono', 'dutyA'];
const models: Record<string, CounterPlace[]> = { mono: ['total', 'mono'], large: ['total', 'dutyA'] };
const placesOf = (model: string) => new Set(models[model]);

test.each([
  ['the models on the page', ['mono'], null, ['total', 'mono']],
  ['what is summed up on other pages', ['mono'], [5, null, 5, 2], ['total', 'mono', 'dutyA']],
  ['the total alone, where nothing is known', [], null, ['total']],
] as const)('C-07 columns are those of %s', (_, shown, figures, expected) => {
  const items = shown.map((model) => ({ model }));
  const totals = figures && { figures: [...figures] };
  expect(columnsShown({ columns, items, totals }, placesOf).map(({ place }) => place)).toEqual(expected);
});
