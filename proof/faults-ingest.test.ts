import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFaults, type DeviceEvidence } from './ingest/check.ts';
import { killWhileReporting } from './ingest/faults.ts';
import { timeOf, valuesOf } from './ingest/reporting.ts';

const kills = 20;
const withinMs = 600_000;

test(
  `E-10 of ${kills} faults at random moments while gateways report none loses or doubles a reading`,
  async () => {
    const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
    const dataDir = await mkdtemp(join(tmpdir(), 'engawa-faults-'));
    try {
      const run = {
        dataDir,
        seed,
        kills,
        devices: 8,
        readings: 40_000,
        cutShare: 0.85,
        mosquitto: null,
        say: () => undefined,
      };
      const { faults, figures } = await killWhileReporting(run);
      expect({ seed, faults }).toEqual({ seed, faults: [] });
      expect(figures['messages sent, with those sent twice']).toBeGreaterThan(4_000);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${reason}; again with SEED=${seed}`, { cause: error });
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  withinMs,
);

function rightEvidence(): DeviceEvidence {
  const plan = { device: 3, startMs: 1_000_000, messages: 2 };
  const kept = [0, 1].map((index) => ({ at: new Date(timeOf(plan.startMs, index)), measured: valuesOf(3, index) }));
  return { plan, kept, latest: kept[1] ?? null, faults: {} };
}

const planted: [what: string, spoil: (evidence: DeviceEvidence) => Partial<DeviceEvidence>][] = [
  ['one is lost', ({ kept }) => ({ kept: kept.slice(1) })],
  ['one is doubled', ({ kept }) => ({ kept: [...kept, ...kept.slice(1)] })],
  ['one says something else', ({ kept }) => ({ kept: kept.map(({ at }) => ({ at, measured: valuesOf(4, 0) })) })],
  ['there is one that nobody sent', ({ kept }) => ({ kept: [...kept, { at: new Date(5), measured: [] }] })],
  ['the latest is an older one', ({ kept }) => ({ latest: kept[0] ?? null })],
  ['there is no latest', () => ({ latest: null })],
  ['something was counted against it', () => ({ faults: { 'value-differs': 1 } })],
];

test('E-10 the checker is content with what is right', () => {
  expect(findFaults(rightEvidence())).toEqual([]);
});

test.each(planted)('E-10 the checker sees when %s', (_, spoil) => {
  const evidence = rightEvidence();
  expect(findFaults({ ...evidence, ...spoil(evidence) })).not.toEqual([]);
});
