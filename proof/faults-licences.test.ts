import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killWhileTrading } from './licences/faults.ts';

/** As many as fit into half a minute beside all the other tests; `./engawa proof faults-licences` has 200. */
const kills = 8;
const withinMs = 600_000;

test(
  `L-02 L-03 L-10 of ${kills} kills at random moments while licences are traded and assigned none loses or doubles anything`,
  async () => {
    const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
    const dataDir = await mkdtemp(join(tmpdir(), 'engawa-licence-faults-'));
    try {
      const { faults, figures } = await killWhileTrading({ dataDir, seed, kills, say: () => undefined });
      expect({ seed, faults }).toEqual({ seed, faults: [] });
      expect(figures['commands done']).toBeGreaterThan(kills);
      expect(figures['commands cut off by a kill']).toBeGreaterThan(kills / 2);
      expect(figures['looks at the whole ledger']).toBeGreaterThan(kills);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${reason}; again with: ./engawa proof faults-licences --rounds ${kills} --seed ${seed}`, {
        cause: error,
      });
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  withinMs,
);
