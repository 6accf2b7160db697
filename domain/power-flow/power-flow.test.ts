import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseMs, energyOf, holdsMs, type FlowEnergy, type Sample } from './flow-energy.ts';
import { flows } from './flows.ts';
import { averageMs, flowsNow, isStale, staleAfterMs, type RawSample } from './now.ts';
import { powerFlowOptionsSchema } from './options.ts';
import { placeFlows, sourcesOf, type FlowPlaces } from './places.ts';
import { addEnergies, ratesOf } from './rates.ts';
import { barsOf, dayAfter, daysOf, readSpan, shiftSpan, spanOf } from './span.ts';

const minute = 60_000;
const hour = 60 * minute;
const places: FlowPlaces = {
  meters: { solar: { power: 0, energy: 1 }, consumed: { power: 2, energy: null } },
  stores: { battery: { power: 3, charge: 4, state: 5, charged: null, discharged: null } },
};
const raw = (timeMs: number, measured: (number | null)[], more: Partial<RawSample> = {}): RawSample => ({
  timeMs,
  measured,
  texts: null,
  marks: null,
  ...more,
});

describe('E-06 what flows now', () => {
  test('is the mean of the last minute, without values that cannot be, each flow by itself', () => {
    const samples = [
      raw(0, [9_999, null, 1, 0, 70], { texts: { 5: 'charging' } }),
      raw(averageMs, [100, null, 400, -300]),
      raw(averageMs + 30_000, [200, null, 999_999, -500], { marks: [2] }),
      raw(2 * averageMs - 1, [600, null, 600]),
    ];
    expect(flowsNow(places, samples)).toEqual({
      meters: { solar: 300, consumed: 500 },
      stores: { battery: { watts: -400, chargePercent: 70, state: 'charging' } },
    });
    expect(flowsNow(places, [raw(0, [])])).toEqual({
      meters: { solar: null, consumed: null },
      stores: { battery: { watts: null, chargePercent: null, state: null } },
    });
    expect(flowsNow(places, []).meters).toEqual({ solar: null, consumed: null });
  });

  test.each([
    [staleAfterMs - 1, false],
    [staleAfterMs, true],
  ])('a report is too old from five minutes on: %d ms', (ms, stale) => {
    expect(isStale(0, ms)).toBe(stale);
  });
});

describe('E-07 energies', () => {
  const [solar, , , , charged, discharged] = sourcesOf(places);
  const samplesOf = (values: readonly (number | null)[], every = minute, at: 'power' | 'counter' = 'power'): Sample[] =>
    values.map((value, index) => ({
      timeMs: index * every,
      means: at === 'power' ? [null, null, null, value] : [],
      lasts: at === 'counter' ? [null, value] : [],
    }));

  test('of powers: each stands until the next, in its own direction; a gap adds nothing', () => {
    if (!charged || !discharged) throw new Error('no battery');
    const samples = samplesOf([600, 600, null, -1_200]);
    expect(energyOf(charged, samples, 0, 4 * minute)).toEqual({ wh: 30, minutes: 4 });
    expect(energyOf(discharged, samples, 0, 4 * minute)).toEqual({ wh: 20, minutes: 4 });
    expect(energyOf(charged, samplesOf([60, 60], holdsMs), 0, 2 * holdsMs)).toEqual({ wh: 30, minutes: 30 });
    expect(energyOf(charged, samplesOf([60, 60], holdsMs + 1), 0, 10 * hour)).toEqual({ wh: 2, minutes: 2 });
    expect(energyOf(charged, [], 0, hour)).toEqual({ wh: null, minutes: 0 });
  });

  test('the device’s own counter wins, from its last value before the day; one that begins anew loses nothing', () => {
    if (!solar) throw new Error('no solar');
    const of = (values: (number | null)[], fromMs: number) =>
      energyOf(solar, samplesOf(values, minute, 'counter'), fromMs, 10 * minute).wh;
    expect(of([100, null, 130, 180], minute)).toBe(80);
    expect(of([100, null, 130, 180], 0)).toBe(80);
    expect(of([100, 150, 5, 25], 0)).toBe(70);
    expect(of([100], 0)).toBeNull();
    expect(baseMs).toBeLessThan(holdsMs);
  });

  test('counters: the days of any cut add up to the whole', () => {
    if (!solar) throw new Error('no solar');
    const rises = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(rises, fc.nat(), (steps, at) => {
        let sum = 0;
        const samples = samplesOf(
          steps.map((step) => (sum += step)),
          minute,
          'counter',
        );
        const cut = (1 + (at % (steps.length - 1))) * minute;
        const part = (from: number, until: number) =>
          energyOf(
            solar,
            samples.filter(({ timeMs }) => timeMs < until),
            from,
            until,
          ).wh ?? 0;
        const end = steps.length * minute;
        expect(part(0, cut) + part(cut, end)).toBeCloseTo(part(0, end));
      }),
    );
  });

  const energies = (wh: Partial<Record<(typeof flows)[number], number>>, minutes = 1_440): (FlowEnergy | null)[] =>
    flows.map((flow) => (flow in wh ? { wh: wh[flow] ?? null, minutes } : null));

  test.each([
    [{ solar: 20, sold: 5, consumed: 30, bought: 15 }, 1_440, 0.75, 0.5],
    [{ solar: 0, sold: 0, consumed: 30, bought: 30 }, 1_440, null, 0],
    [{ solar: 20, sold: 25, consumed: 0, bought: 0 }, 1_440, -0.25, null],
    [{ solar: 20, sold: 5 }, 1_440, 0.75, null],
    [{ solar: 20, sold: 5, consumed: 30, bought: 15 }, 1_296, 0.75, 0.5],
    [{ solar: 20, sold: 5, consumed: 30, bought: 15 }, 1_295, null, null],
  ] as const)('self-consumption and self-sufficiency of %j with %d of 1,440 minutes', (wh, minutes, own, enough) => {
    expect(ratesOf(energies(wh, minutes), 1_440)).toEqual({ selfConsumption: own, selfSufficiency: enough });
  });

  test('days add up; what no day knows stays unknown, and nothing is no zero', () => {
    const sum = addEnergies([energies({ solar: 1, sold: 2 }, 10), energies({ solar: 3 }, 5)]);
    expect(sum.slice(0, 4)).toEqual([{ wh: 4, minutes: 15 }, null, null, { wh: 2, minutes: 10 }]);
    expect(addEnergies([])).toEqual([]);
    expect(ratesOf([], 0)).toEqual({ selfConsumption: null, selfSufficiency: null });
  });
});

describe('E-07 spans of time', () => {
  test.each([
    ['day', '2026-02-28', '2026-03-01', 1, 1],
    ['month', '2028-02', '2028-03', 29, 29],
    ['year', '2026', '2027', 365, 12],
  ] as const)('%s %s', (kind, at, next, days, bars) => {
    const span = { kind, at };
    expect(readSpan(kind, at)).toEqual({ ok: true, value: span });
    expect(shiftSpan(span, 1).at).toBe(next);
    expect(shiftSpan(shiftSpan(span, 1), -1)).toEqual(span);
    expect([daysOf(span).length, barsOf(span).length]).toEqual([days, bars]);
    expect(dayAfter(span).startsWith(next)).toBe(true);
    expect(spanOf(kind, `${next}-01-01`.slice(0, 10)).at).toBe(next);
  });

  test.each([
    ['day', '2026-02-29'],
    ['day', '2026-2-1'],
    ['month', '2026-13'],
    ['year', '1999'],
    ['year', '2101'],
    ['year', 'soon'],
    ['month', '2026-01-01'],
  ] as const)('%s %s is none', (kind, at) => {
    expect(readSpan(kind, at)).toMatchObject({ ok: false, code: 'span-unreadable' });
  });
});

describe('E-06 which metric is which flow is data of a site', () => {
  const metric = { name: { ja: '電力', en: 'power' }, kind: 'number' as const, cumulative: false };
  const model = {
    id: 'M',
    metrics: [
      { ...metric, code: 'p', unit: 'W' },
      { ...metric, code: 'e', unit: 'Wh', cumulative: true },
      { ...metric, code: 'soc', unit: '%' },
      { ...metric, code: 'word', kind: 'text' as const },
    ],
  };

  test('found by its code', () => {
    const battery = { power: 'p', charge: 'soc', state: 'word', charged: 'e' };
    const { places: found, faults } = placeFlows(model, { model: 'M', solar: { power: 'p', energy: 'e' }, battery });
    expect(faults).toEqual([]);
    expect(found.meters.solar).toEqual({ power: 0, energy: 1 });
    expect(found.stores.battery).toEqual({ power: 0, charge: 2, state: 3, charged: 1, discharged: null });
    expect(sourcesOf(found).map((source) => source?.sign ?? 0)).toEqual([1, 0, 0, 0, 1, -1, 0, 0]);
  });

  test('and refused where it is another thing', () => {
    const battery = { power: 'word', charge: 'p', state: 'soc', charged: 'p' };
    const { faults } = placeFlows(model, { model: 'M', solar: { power: 'e', energy: 'nothing' }, battery });
    expect(faults.map(({ path }) => path.join('.'))).toEqual([
      'solar.power',
      'solar',
      'battery.power',
      'battery.charge',
      'battery.state',
      'battery.charged',
    ]);
    const twice = { models: [{ model: 'M' }, { model: 'M' }], states: [{ code: 'a', name: { ja: 'あ', en: 'a' } }] };
    expect(powerFlowOptionsSchema.safeParse(twice).success).toBe(false);
  });
});
