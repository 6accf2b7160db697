import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { startTestServer } from '../tools/test/server.ts';
import { seededRandom } from './kit/random.ts';
import { raceFiles } from './race/files.ts';
import { raceForKeys } from './race/rounds.ts';

const rounds = 20;
const requests = 100;
const companies = 10;
const fileRounds = 6;
const withinMs = 300_000;

test(
  `K-04 of ${requests} requests at once for one activation key with different devices exactly one wins (${rounds} rounds)`,
  async () => {
    const seed = randomInt(2 ** 31);
    const server = await startTestServer();
    try {
      const random = seededRandom(seed);
      const result = await raceForKeys({
        server,
        app: server.app,
        rounds,
        requests,
        companies,
        random,
        say: () => undefined,
      });
      expect(result).toEqual({ faults: [], won: rounds, refused: rounds * (requests - 1) });
    } finally {
      await server.close();
    }
  },
  withinMs,
);

test(
  `K-05 of two files and a wizard that want the same keys at once exactly one gets them (${fileRounds} rounds)`,
  async () => {
    const seed = randomInt(2 ** 31);
    const server = await startTestServer();
    try {
      const random = seededRandom(seed);
      const { faults, won } = await raceFiles({ server, app: server.app, rounds: fileRounds, random });
      expect({ seed, faults }).toEqual({ seed, faults: [] });
      expect(Object.values(won).reduce((sum, count) => sum + count, 0)).toBe(fileRounds);
    } finally {
      await server.close();
    }
  },
  withinMs,
);
