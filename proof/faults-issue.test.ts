import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killWhileIssuing } from './issue/faults.ts';

const kills = 20;
const withinMs = 600_000;

test(
  `K-04 of ${kills} kills at random moments while keys are issued none loses or doubles anything`,
  async () => {
    const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
    const dataDir = await mkdtemp(join(tmpdir(), 'engawa-faults-'));
    try {
      const { faults, figures } = await killWhileIssuing({ dataDir, seed, kills, say: () => undefined });
      expect({ seed, faults }).toEqual({ seed, faults: [] });
      expect(figures['requests issued']).toBeGreaterThan(kills);
      expect(figures['requests refused']).toBeGreaterThan(kills);
      expect(figures['requests cut off by a kill']).toBeGreaterThan(kills);
      expect(figures['mails received']).toBeGreaterThan(0);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${reason}; again with: ./engawa proof faults-issue --rounds ${kills} --seed ${seed}`, {
        cause: error,
      });
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  withinMs,
);
