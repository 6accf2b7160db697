import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildHouse, moveIn, nextMinute } from './household.ts';
import { falls } from './simulate.ts';

const minutesOf = (seed: string, startMs: number, count: number) => {
  const house = buildHouse(seed);
  let state = moveIn(house, startMs);
  return Array.from({ length: count }, () => {
    const next = nextMinute(house, state);
    state = next.state;
    return { atMs: state.atMs, values: next.values as Record<string, number> };
  });
};
const midnightInJapan = Date.UTC(2026, 10, 20, 15);

test('E-11 a house is the same for the same seed, and what flows in flows out', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.integer({ min: midnightInJapan, max: midnightInJapan + 86_400_000 }),
      (seed, startMs) => {
        const minutes = minutesOf(seed, startMs, 60);
        expect(minutesOf(seed, startMs, 60)).toEqual(minutes);
        for (const { values } of minutes) {
          const {
            instantaneousElectricPowerGeneration: solar = 0,
            powerConsumed: used = 0,
            powerBought: bought = 0,
          } = values;
          const { powerSold: sold = 0, instantaneousChargingAndDischargingElectricPower: battery = 0 } = values;
          expect(solar + bought).toBe(used + sold + battery);
          expect(Math.min(bought, sold)).toBe(0);
          expect(values['remainingCapacity3']).toBeGreaterThanOrEqual(0);
          expect(values['remainingCapacity3']).toBeLessThanOrEqual(100);
        }
      },
    ),
    { numRuns: 20 },
  );
});

test('E-11 the sun shines by day in Japan, and meters only grow', () => {
  const minutes = minutesOf('a house', midnightInJapan, 1_440);
  const solar = minutes.map(({ values }) => values['instantaneousElectricPowerGeneration'] ?? 0);
  expect(solar.slice(0, 350).every((one) => one === 0)).toBe(true);
  expect(Math.max(...solar.slice(600, 840))).toBeGreaterThan(300);
  for (const meter of [
    'cumulativeElectricEnergyOfGeneration',
    'energyConsumed',
    'energyBought',
    'cumulativeElectricEnergySold',
  ])
    expect(
      minutes.every(({ values }, at) => at === 0 || (values[meter] ?? 0) >= (minutes[at - 1]?.values[meter] ?? 0)),
    ).toBe(true);
});

test('E-11 faults and offline phases fall to as many as was asked for', () => {
  const hit = Array.from({ length: 2_000 }, (_, at) => falls(10, 'seed', at)).filter(Boolean).length;
  expect(hit).toBeGreaterThan(140);
  expect(hit).toBeLessThan(260);
  expect(falls(0, 'seed', 1)).toBe(false);
  expect(falls(100, 'seed', 1)).toBe(true);
});
