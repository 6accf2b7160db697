import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settleCustomer, type EndedCamera } from './settle.ts';
import type { WaitingLicence } from './take-over.ts';

const monthEnd = (month: number) => new Date(Date.UTC(2027, month, 1));
const camera = (serial: string, month: number, more: Partial<EndedCamera> = {}): EndedCamera => ({
  deviceId: `d${serial}`,
  serial,
  type: 'recorder',
  renews: true,
  endedAt: monthEnd(month),
  ...more,
});
const licence = (id: string, month: number, more: Partial<WaitingLicence> = {}): WaitingLicence => ({
  id,
  type: 'recorder',
  expiresAt: monthEnd(month),
  setAsideFor: null,
  ...more,
});

describe('L-06 what follows when licences end', () => {
  test('takes over from the moment of the expiry on, whenever it is decided', () => {
    const late = new Date(monthEnd(3).getTime() + 86_400_000);
    expect(settleCustomer([camera('A', 3), camera('B', 3)], [licence('l1', 15)], late)).toEqual([
      {
        at: monthEnd(3),
        taken: [{ licenceId: 'l1', deviceId: 'dA', from: monthEnd(3), until: monthEnd(15) }],
        without: ['dB'],
      },
    ]);
  });

  test('one that took over and is over as well by now is followed by the next', () => {
    const waiting = [licence('l1', 5), licence('l2', 9), licence('l3', 4)];
    expect(settleCustomer([camera('A', 3)], waiting, monthEnd(6))).toEqual([
      {
        at: monthEnd(3),
        taken: [{ licenceId: 'l3', deviceId: 'dA', from: monthEnd(3), until: monthEnd(4) }],
        without: [],
      },
      {
        at: monthEnd(4),
        taken: [{ licenceId: 'l1', deviceId: 'dA', from: monthEnd(4), until: monthEnd(5) }],
        without: [],
      },
      {
        at: monthEnd(5),
        taken: [{ licenceId: 'l2', deviceId: 'dA', from: monthEnd(5), until: monthEnd(9) }],
        without: [],
      },
    ]);
  });

  test('moments are taken in their order: what the first camera got the second does not get', () => {
    const moments = settleCustomer([camera('A', 5), camera('B', 4)], [licence('l1', 15)], monthEnd(6));
    expect(moments.map(({ taken, without }) => [taken.map(({ deviceId }) => deviceId), without])).toEqual([
      [['dB'], []],
      [[], ['dA']],
    ]);
  });

  test('settled once or step by step, every hour late or at once: the same', () => {
    const cameras = fc.uniqueArray(fc.record({ n: fc.nat(5), month: fc.nat(6), renews: fc.boolean() }), {
      selector: ({ n }) => n,
      maxLength: 5,
    });
    const licences = fc.uniqueArray(fc.record({ n: fc.nat(8), month: fc.nat(9), aside: fc.option(fc.nat(5)) }), {
      selector: ({ n }) => n,
      maxLength: 6,
    });
    fc.assert(
      fc.property(cameras, licences, (some, others) => {
        const ended = some.map(({ n, month, renews }) => camera(String(n), month, { renews }));
        const waiting = others.map(({ n, month, aside }) =>
          licence(`l${n}`, month, { setAsideFor: aside === null ? null : `d${aside}` }),
        );
        const now = monthEnd(7);
        const atOnce = settleCustomer(ended, waiting, now);
        const stepwise = inSteps(ended, waiting, 7);
        expect(stepwise).toEqual(atOnce);
        const given = atOnce.flatMap(({ taken }) => taken);
        expect(new Set(given.map(({ licenceId }) => licenceId)).size).toBe(given.length);
        for (const { from, until } of given) expect(until > from).toBe(true);
      }),
    );
  });
});

/** As a server that is never late does it: month after month, with what is left. */
function inSteps(ended: readonly EndedCamera[], waiting: readonly WaitingLicence[], months: number) {
  let open = [...ended];
  let left = [...waiting];
  return Array.from({ length: months + 1 }, (_, month) => monthEnd(month)).flatMap((now) => {
    const due = open.filter(({ endedAt }) => endedAt <= now);
    const moments = settleCustomer(due, left, now);
    const taken = moments.flatMap((moment) => moment.taken);
    left = left.filter(({ id }) => !taken.some(({ licenceId }) => licenceId === id));
    open = [
      ...open.filter(({ endedAt }) => endedAt > now),
      ...taken.flatMap(({ deviceId, until }) => {
        const before = ended.find((one) => one.deviceId === deviceId);
        return before ? [{ ...before, endedAt: until }] : [];
      }),
    ];
    return moments;
  });
}
