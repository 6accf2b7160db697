import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { warningsOf } from './identities.ts';
import {
  isOfficeTime,
  makeUpPrinter,
  nextQuarter,
  quarterMs,
  unpack,
  type PrinterModel,
  type PrinterState,
} from './made-up-use.ts';
import { placeOf } from './places.ts';

const daysTried = 40;
const monday = Date.parse('2026-11-02T00:00:00+09:00');

type WrittenModel = Omit<PrinterModel, 'metrics'> & { id: string; metrics?: PrinterModel['metrics'] };
type SiteData = { capabilities: { devices: { models: WrittenModel[] } } };
const data = parse(await readFile(new URL('../../sites/printer/site.yaml', import.meta.url), 'utf8'), {
  merge: true,
}) as SiteData;
const models = data.capabilities.devices.models.map((model): PrinterModel & { id: string } => ({
  ...model,
  metrics: model.metrics ?? [],
}));

function lived(model: PrinterModel, seed: string): PrinterState[] {
  const printer = makeUpPrinter(seed, model);
  const states = [unpack(printer, monday)];
  for (let quarter = 0; quarter < (daysTried * 86_400_000) / quarterMs; quarter += 1)
    states.push(nextQuarter(printer, states[quarter] as PrinterState));
  return states;
}

test('C-15 every kind of model is tried', () => {
  expect(models.length).toBeGreaterThanOrEqual(6);
});

test.each(models.map((model) => [model.id, model] as const))(
  'C-15 what a made-up %s counts adds up, only grows, and is done in office hours',
  (_, model) => {
    const states = lived(model, 'an office');
    const values = (state: PrinterState | undefined) =>
      Object.fromEntries(model.counters.map((one) => [placeOf(one), state?.counts[one.code] ?? 0]));
    const last = values(states.at(-1));
    expect(warningsOf(last)).toEqual([]);
    expect(last['total']).toBeGreaterThan(1_000);
    for (const counter of model.counters)
      expect([counter.code, states.at(-1)?.counts[counter.code]]).not.toEqual([counter.code, 0]);
    const busy = states.filter((state, at) => at > 0 && state.counts['total'] !== states[at - 1]?.counts['total']);
    expect(busy.length).toBeGreaterThan(100);
    expect(busy.every(({ atMs }) => isOfficeTime(atMs) || new Date(atMs + 9 * 3_600_000).getUTCDay() === 6)).toBe(true);
    for (const { code } of model.counters)
      expect(
        states.every((state, at) => at === 0 || (state.counts[code] ?? 0) >= (states[at - 1]?.counts[code] ?? 0)),
      ).toBe(true);
    expect(lived(model, 'an office').at(-1)).toEqual(states.at(-1));
  },
);

test('P-01 counters of a site’s own share what is done, so that they come to the total', () => {
  const [total, black, milk] = [{ code: 'total', total: true }, { code: 'black' }, { code: 'milk' }];
  const last = lived({ counters: [total, black, milk], metrics: [] }, 'a kitchen').at(-1)?.counts ?? {};
  expect(last['black']).toBeGreaterThan(100);
  expect(last['milk']).toBeGreaterThan(100);
  expect(Number(last['black']) + Number(last['milk'])).toBe(last['total']);
});

test('C-12 toner falls, and who is there puts in a new one when it is nearly empty', () => {
  const [model] = models;
  if (!model) throw new Error('no model');
  const printer = makeUpPrinter('an office', model);
  let state = { ...unpack(printer, monday), supplies: { tonerBlack: 6, tonerCyan: 100 } };
  const levels: number[] = [];
  for (let quarter = 0; quarter < 20 * 96; quarter += 1) {
    state = nextQuarter(printer, state) as typeof state;
    levels.push(state.supplies.tonerBlack);
  }
  const changed = levels.findIndex((level, at) => at > 0 && level > (levels[at - 1] ?? 0));
  expect(changed).toBeGreaterThan(0);
  expect(levels[changed]).toBe(100);
  expect(levels[changed - 1]).toBeLessThan(4);
  expect(levels.slice(0, changed).every((level, at) => at === 0 || level <= (levels[at - 1] ?? 0))).toBe(true);
});

test('C-15 one that is out of order stands still', () => {
  const [model] = models;
  if (!model) throw new Error('no model');
  const printer = makeUpPrinter('an office', model);
  let state = unpack(printer, monday);
  for (let quarter = 0; quarter < 96; quarter += 1) state = nextQuarter(printer, state, true);
  expect(state).toEqual({ ...unpack(printer, monday), atMs: monday + 86_400_000 });
});
