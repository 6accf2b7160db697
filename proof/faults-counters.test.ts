import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEntries } from '../domain/counters/entries.ts';
import { tableOf } from '../domain/counters/table.ts';
import { findFaults, type Evidence, type KeptRow } from './counters/check.ts';
import { killWhileCounting } from './counters/faults.ts';
import { codes, entriesOf, planOf } from './counters/reporting.ts';

const kills = 20;
const withinMs = 600_000;

test(
  `C-08 of ${kills} faults at random moments while printers report none loses or doubles anything counted`,
  async () => {
    const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
    const dataDir = await mkdtemp(join(tmpdir(), 'engawa-faults-'));
    try {
      const run = { dataDir, seed, kills, devices: 4, messages: 300, cutShare: 0.9, say: () => undefined };
      const { faults, figures } = await killWhileCounting(run);
      expect({ seed, faults }).toEqual({ seed, faults: [] });
      expect(figures['messages sent, with those sent twice']).toBeGreaterThan(1_200);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${reason}; again with SEED=${seed}`, { cause: error });
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  withinMs,
);

function rightEvidence(): Evidence {
  const plan = { ...planOf(3, 200, Date.UTC(2026, 10, 21)), messages: 200 };
  const span = { id: 'span', fromMs: 0, untilMs: Infinity, zones: [{ fromMs: 0, timeZone: 'Asia/Tokyo' }] };
  const entries = entriesOf(plan);
  const { days, months } = tableOf({ counters: codes.length, ...readEntries(entries), spans: [span] }, null);
  const kept = entries.map(({ timeMs, cause, values }) => ({ atMs: timeMs, cause, values: [...values] }));
  return { plan, span, days, months, entries: kept };
}

const changed = (rows: readonly KeptRow[], change: Partial<KeptRow>): KeptRow[] =>
  rows.map((row, at) => (at === 1 ? { ...row, ...change } : row));

const planted: [what: string, spoil: (evidence: Evidence) => Partial<Evidence>][] = [
  ['an entry is lost', ({ entries }) => ({ entries: entries.slice(1) })],
  ['an entry is doubled', ({ entries }) => ({ entries: [...entries, ...entries.slice(-1)] })],
  [
    'an entry says something else',
    ({ entries }) => ({ entries: entries.map((one, at) => (at === 5 ? { ...one, values: [1] } : one)) }),
  ],
  ['a day is missing', ({ days }) => ({ days: days.slice(1) })],
  [
    'there is a day that nobody sent',
    ({ days }) => ({ days: [...days, { period: '2020-01-01', usage: [1], lasts: [1], marks: null }] }),
  ],
  ['a day counts otherwise', ({ days }) => ({ days: changed(days, { usage: [0, 0, 0] }) })],
  ['a day says another last reading', ({ days }) => ({ days: changed(days, { lasts: [0, 0, 0] }) })],
  ['a day has lost its mark', ({ days }) => ({ days: days.map((row) => ({ ...row, marks: null })) })],
  ['a month is missing', () => ({ months: [] })],
];

test('C-08 the checker is content with what is right', () => {
  expect(findFaults(rightEvidence())).toEqual([]);
});

test.each(planted)('C-08 the checker sees when %s', (_, spoil) => {
  const evidence = rightEvidence();
  expect(findFaults({ ...evidence, ...spoil(evidence) })).not.toEqual([]);
});
