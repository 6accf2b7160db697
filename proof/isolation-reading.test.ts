import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { startTestServer } from '../tools/test/server.ts';
import { readAsAnother } from './isolation/reading.ts';
import { seededRandom } from './kit/random.ts';

const rounds = 8;
const ways = 7;
const withinMs = 300_000;

test(
  `K-07 another organization's device IDs and keys read like ones never used, in status, body, length and time (${rounds} rounds)`,
  async () => {
    const seed = randomInt(2 ** 31);
    const server = await startTestServer();
    try {
      const random = seededRandom(seed);
      const result = await readAsAnother({ server, app: server.app, rounds, random, say: () => undefined });
      expect(result.faults, `seed ${seed}`).toEqual([]);
      expect(result.compared).toBe(rounds * ways * 3);
    } finally {
      await server.close();
    }
  },
  withinMs,
);
