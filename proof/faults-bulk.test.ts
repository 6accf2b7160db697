import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pairTrade } from './bulk/trade.ts';
import { killWhileFilesRun } from './files/faults.ts';

const kills = 20;
const withinMs = 600_000;

test(
  `K-05 of ${kills} kills at random moments while files are issued none leaves a half or does one twice`,
  async () => {
    const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
    const dataDir = await mkdtemp(join(tmpdir(), 'engawa-bulk-faults-'));
    try {
      const { faults, figures } = await killWhileFilesRun(pairTrade, { dataDir, seed, kills, say: () => undefined });
      expect({ seed, faults }).toEqual({ seed, faults: [] });
      expect(figures['files done']).toBeGreaterThan(kills / 2);
      expect(figures['files met by a kill']).toBeGreaterThan(kills / 4);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${reason}; again with: ./engawa proof faults-bulk --rounds ${kills} --seed ${seed}`, {
        cause: error,
      });
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  withinMs,
);
