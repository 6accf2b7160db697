import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workThroughTwoNodes } from './two-nodes/run.ts';

const withinMs = 600_000;

test(
  'P-27 two nodes on one database: one is killed, both are upgraded one after the other, and nothing is lost or doubled',
  async () => {
    const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
    const folder = await mkdtemp(join(tmpdir(), 'engawa-two-nodes-'));
    try {
      const { faults, figures } = await workThroughTwoNodes({
        folder,
        seed,
        rounds: 1,
        mosquitto: null,
        say: () => undefined,
      });
      expect({ seed, faults }).toEqual({ seed, faults: [] });
      expect(figures['requests issued']).toBeGreaterThan(10);
      for (const node of ['first', 'second']) expect(figures[`requests at the ${node} node`]).toBeGreaterThan(10);
      expect(figures['mails received']).toBeGreaterThan(0);
      expect(figures['reports stored once each']).toBeGreaterThan(0);
      expect(figures['times a page connected again']).toBeGreaterThan(0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  withinMs,
);
