import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { startTestServer } from '../tools/test/server.ts';
import { raceForLicences } from './licences/race.ts';

const rounds = 3;
const requests = 40;
const withinMs = 300_000;

test(
  `L-10 of ${requests} requests at once for the last licence of a stock exactly one wins (${rounds} rounds, more until both kinds have won)`,
  async () => {
    const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
    const server = await startTestServer();
    try {
      const { faults, played, alone, against } = await raceForLicences({
        app: server.app,
        url: server.url,
        seed,
        rounds,
        requests,
        say: () => undefined,
      });
      const won = against.assign + against['pass-on'];
      expect(against.assign, `assignments won of seed ${seed}`).toBeGreaterThan(0);
      expect(against['pass-on'], `passings won of seed ${seed}`).toBeGreaterThan(0);
      expect({ seed, faults, alone, won }).toEqual({ seed, faults: [], alone: played, won: played });
      expect(played).toBeGreaterThanOrEqual(rounds);
    } finally {
      await server.close();
    }
  },
  withinMs,
);
