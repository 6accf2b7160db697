import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseOf, outlookOf, type HeldLicence, type Holding } from './course.ts';
import { takeOvers, type EndingCamera, type WaitingLicence } from './take-over.ts';

const at = new Date('2027-12-31T15:00:00Z');
const later = (months: number) => new Date(Date.UTC(2027, 12 + months, 0, 15));
const camera = (serial: string, rest: Partial<EndingCamera> = {}): EndingCamera => ({
  deviceId: `of-${serial}`,
  serial,
  type: 'recorder',
  renews: true,
  ...rest,
});
const waiting = (id: string, rest: Partial<WaitingLicence> = {}): WaitingLicence => ({
  id,
  type: 'recorder',
  expiresAt: later(12),
  setAsideFor: null,
  ...rest,
});
const pairs = (cameras: EndingCamera[], licences: WaitingLicence[]) =>
  takeOvers(cameras, licences, at).map(({ licenceId, deviceId }) => `${licenceId}→${deviceId}`);

describe('L-06 what takes over at the moment of expiry', () => {
  test.each<[string, EndingCamera[], WaitingLicence[], string[]]>([
    ['nothing waits', [camera('A')], [], []],
    ['no camera ends', [], [waiting('1')], []],
    [
      'serial numbers in order, earliest expiry first',
      [camera('B'), camera('A')],
      [waiting('1', { expiresAt: later(36) }), waiting('2')],
      ['2→of-A', '1→of-B'],
    ],
    ['of the same expiry the lower ID', [camera('A')], [waiting('2'), waiting('1')], ['1→of-A']],
    ['another type', [camera('A')], [waiting('1', { type: 'direct' })], []],
    ['not to be renewed', [camera('A', { renews: false }), camera('B')], [waiting('1')], ['1→of-B']],
    ['over at that moment', [camera('A')], [waiting('1', { expiresAt: at }), waiting('2')], ['2→of-A']],
    [
      'set aside for a camera, before one that ends earlier',
      [camera('A'), camera('B')],
      [waiting('1'), waiting('2', { setAsideFor: 'of-B', expiresAt: later(36) })],
      ['1→of-A', '2→of-B'],
    ],
    ['set aside for a camera that goes on', [camera('A')], [waiting('1', { setAsideFor: 'of-Z' })], []],
    [
      'set aside for one that is not to be renewed',
      [camera('A'), camera('B', { renews: false })],
      [waiting('1', { setAsideFor: 'of-B' })],
      [],
    ],
    ['set aside, of another type', [camera('A')], [waiting('1', { type: 'direct', setAsideFor: 'of-A' })], []],
  ])('%s', (_, cameras, licences, expected) => {
    expect(pairs(cameras, licences)).toEqual(expected);
  });

  const letters = fc.constantFrom('A', 'B', 'C', 'D', 'E');
  const cameras = fc.uniqueArray(
    fc.record({ serial: letters, type: fc.constantFrom('recorder', 'direct'), renews: fc.boolean() }),
    { selector: ({ serial }) => serial },
  );
  const licences = fc.array(
    fc.record({
      type: fc.constantFrom('recorder', 'direct'),
      months: fc.integer({ min: -1, max: 5 }),
      setAsideFor: fc.option(letters),
    }),
    { maxLength: 8 },
  );

  test('laws: each once, never one that is over, of another type or set aside elsewhere; nothing free is left over', () => {
    fc.assert(
      fc.property(cameras, licences, fc.integer(), (some, others, seed) => {
        const all = some.map(({ serial, ...rest }) => camera(serial, rest));
        const held = others.map(({ months, setAsideFor, type }, index) =>
          waiting(String(index), { type, expiresAt: later(months), setAsideFor: setAsideFor && `of-${setAsideFor}` }),
        );
        const given = takeOvers(all, held, at);
        expect(new Set(given.map(({ licenceId }) => licenceId)).size).toBe(given.length);
        expect(new Set(given.map(({ deviceId }) => deviceId)).size).toBe(given.length);
        for (const { licenceId, deviceId } of given) {
          const licence = held.find(({ id }) => id === licenceId);
          const to = all.find((one) => one.deviceId === deviceId);
          expect(to?.renews).toBe(true);
          expect(licence?.type).toBe(to?.type);
          expect(licence && licence.expiresAt > at).toBe(true);
          expect([null, deviceId]).toContain(licence?.setAsideFor);
        }
        const without = all.filter(({ renews, deviceId }) => renews && !given.some((one) => one.deviceId === deviceId));
        const left = held.filter(({ id, expiresAt }) => expiresAt > at && !given.some((one) => one.licenceId === id));
        for (const { type, deviceId } of without)
          expect(left.some((one) => one.type === type && [null, deviceId].includes(one.setAsideFor))).toBe(false);
        // The order in which facts come decides nothing.
        const turn = <T>(list: T[]) => list.toSorted((one, other) => hash(one, seed) - hash(other, seed));
        expect(takeOvers(turn(all), turn(held), at)).toEqual(given);
      }),
    );
  });
});

function hash(value: unknown, seed: number): number {
  return [...JSON.stringify(value)].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) | 0, seed);
}

describe('L-06 the course of a customer’s licences', () => {
  const since = later(-6);
  const holding: Holding = {
    cameras: [camera('A'), camera('B'), camera('C', { renews: false })],
    licences: [
      { id: '1', type: 'recorder', expiresAt: later(0), setAsideFor: null, since, serves: 'of-A' },
      { id: '2', type: 'recorder', expiresAt: later(1), setAsideFor: null, since, serves: 'of-B' },
      { id: '3', type: 'recorder', expiresAt: later(1), setAsideFor: null, since, serves: 'of-C' },
      { id: '4', type: 'recorder', expiresAt: later(2), setAsideFor: null, since, serves: null },
      { id: '5', type: 'recorder', expiresAt: later(3), setAsideFor: 'of-B', since, serves: null },
      { id: '6', type: 'recorder', expiresAt: later(1), setAsideFor: 'of-C', since, serves: null },
    ],
  };
  const before = new Date(later(0).getTime() - 1);

  test('a licence that took over ends like any other, and what waited is used up in order of time', () => {
    const course = courseOf(holding, before, later(3));
    const short = course.map(({ at: moment, ended, takenOver }) => [
      moment,
      ended.map(({ licenceId, deviceId }) => `${licenceId}←${deviceId}`),
      takenOver.map(({ licenceId, deviceId }) => `${licenceId}→${deviceId}`),
    ]);
    expect(short).toEqual([
      [later(0), ['1←of-A'], ['4→of-A']],
      [later(1), ['2←of-B', '3←of-C', '6←null'], ['5→of-B']],
      [later(2), ['4←of-A'], []],
      [later(3), ['5←of-B'], []],
    ]);
    expect(courseOf(holding, later(0), later(1)).map(({ at: moment }) => moment)).toEqual([later(1)]);
  });

  test('what will be assigned later takes over nothing before', () => {
    const planned = (at: Date) => ({ ...holding, licences: [...holding.licences.slice(0, 1), { ...four, since: at }] });
    const [, , , four] = holding.licences as [unknown, unknown, unknown, HeldLicence];
    const takenOver = (at: Date) => courseOf(planned(at), before, later(0))[0]?.takenOver.length;
    expect(takenOver(later(0))).toBe(1);
    expect(takenOver(new Date(later(0).getTime() + 1))).toBe(0);
  });

  test('the outlook says what is sure, what waits and what ends', () => {
    const outlooks = (moment: Date) => outlookOf(holding, before, moment).map(({ outlook }) => outlook);
    expect(outlooks(later(0))).toEqual(['waiting']);
    expect(outlooks(later(1))).toEqual(['renewed', 'not-renewed', 'unused']);
    expect(outlooks(later(2))).toEqual(['not-renewed']);
    expect(outlookOf(holding, before, later(9))).toEqual([]);
  });
});
