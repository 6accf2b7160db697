import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildHouse, moveIn, nextMinute, presences, weathers, type Scene } from './household.ts';
import { factorySettings, obey, type GatewaySettings } from './settings.ts';
import { falls } from './gateway.ts';

const minutesOf = (seed: string, startMs: number, count: number, settings?: GatewaySettings, scene?: Scene) => {
  const house = buildHouse(seed);
  let state = moveIn(house, startMs);
  return Array.from({ length: count }, () => {
    const next = nextMinute(house, state, settings, scene);
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
      fc.constantFrom<GatewaySettings['operatingMode']>('selfConsumption', 'economy', 'backup'),
      fc.record({ weather: fc.constantFrom(...weathers), people: fc.constantFrom(...presences) }),
      (seed, startMs, operatingMode, scene) => {
        const settings = { ...factorySettings, operatingMode };
        const minutes = minutesOf(seed, startMs, 60, settings, scene);
        expect(minutesOf(seed, startMs, 60, settings, scene)).toEqual(minutes);
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

test('E-11 the battery does what its settings say: it keeps its reserve, charges in its hours, stays full for power cuts', () => {
  const dull: Scene = { weather: 'dull', people: 'guests' };
  const chargeOf = (settings: Partial<GatewaySettings>) =>
    minutesOf('a house', midnightInJapan, 1_440, { ...factorySettings, ...settings }, dull).map(
      ({ values }) => values['remainingCapacity3'] ?? 0,
    );
  expect(Math.min(...chargeOf({ reserve: 10 }))).toBe(10);
  const [start = 0, ...kept] = chargeOf({ reserve: 60 });
  expect(Math.min(...kept)).toBeGreaterThanOrEqual(Math.min(60, start));
  const atNight = chargeOf({ operatingMode: 'economy', chargingWindow: '01:00-05:00' });
  expect(atNight[59]).toBeLessThan(90);
  expect(atNight[300]).toBe(100);
  expect(
    chargeOf({ operatingMode: 'backup' })
      .slice(400)
      .every((one) => one === 100),
  ).toBe(true);
});

test('E-11 the weather and the people of a house can be chosen', () => {
  const sumOf = (scene: Scene, metric: string) =>
    minutesOf('a house', midnightInJapan, 1_440, factorySettings, scene).reduce(
      (sum, { values }) => sum + (values[metric] ?? 0),
      0,
    );
  const solar = (weather: Scene['weather']) =>
    sumOf({ weather, people: 'usual' }, 'instantaneousElectricPowerGeneration');
  const used = (people: Scene['people']) => sumOf({ weather: 'seasonal', people }, 'powerConsumed');
  expect(solar('clear')).toBeGreaterThan(5 * solar('dull'));
  expect(used('away')).toBeLessThan(used('usual'));
  expect(used('guests')).toBeGreaterThan(used('usual'));
});

test('E-09 a gateway takes what it can of what it is told and refuses the rest', () => {
  const told = { reserve: 91, operatingMode: 'economy', chargingWindow: '22:00-22:00', warp: 9, toString: 1 };
  expect(obey(factorySettings, told)).toEqual({
    settings: { ...factorySettings, operatingMode: 'economy' },
    refused: ['reserve', 'chargingWindow', 'warp', 'toString'],
  });
  expect(obey(factorySettings, { reserve: 90 }).settings.reserve).toBe(90);
});
