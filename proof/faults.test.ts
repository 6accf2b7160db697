import { expect, test } from 'vitest';
import { anywhere } from './faults/kinds.ts';
import { quickFlows, strikeAll } from './faults/run.ts';
import { scheduleOf } from './faults/schedule.ts';
import { shortRound } from './kit/faults.ts';

/** As many as fit into half a minute beside all the other tests; `./engawa proof faults` has 200, of all kinds, and all flows. */
const faults = 4;
const quickKinds = anywhere.filter(({ lasts }) => !lasts);
const withinMs = 600_000;

test(
  `K-04 E-10 C-08 P-24 of ${faults} faults of any kind while people and devices work none loses or doubles anything`,
  async () => {
    const { faults: found, figures } = await shortRound('faults', faults, strikeAll(quickKinds, quickFlows));
    expect(found).toEqual([]);
    expect(figures['kinds of faults']).toBeGreaterThan(faults / 2);
    expect(figures['registration keys: requests issued']).toBeGreaterThan(faults);
    for (const what of ['readings: readings stored once each', 'counters: messages in the ledger once each'])
      expect(figures[what]).toBeGreaterThan(100);
    expect(figures['webhooks: messages received']).toBeGreaterThan(faults);
  },
  withinMs,
);

test('a seed always draws the same schedule, in which every kind comes once before any comes again', () => {
  const kinds = anywhere.map(({ name }) => name);
  const count = 2 * kinds.length;
  const drawn = scheduleOf(7, count, kinds);
  expect(drawn).toEqual(scheduleOf(7, count, kinds));
  expect(drawn).not.toEqual(scheduleOf(8, count, kinds));
  expect(drawn.slice(0, kinds.length).toSorted()).toEqual(kinds.toSorted());
  expect(drawn.slice(kinds.length).toSorted()).toEqual(kinds.toSorted());
});
