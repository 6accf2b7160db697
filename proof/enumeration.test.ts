import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { startTestServer } from '../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../tools/test/sixth-site.ts';
import { askInPairs, guessesRight } from './enumeration/rounds.ts';
import { callerAddress, fetchFrom } from './kit/fetch-from.ts';
import { seededRandom } from './kit/random.ts';

const pairs = 10;
const withinMs = 300_000;

test(
  `P-12 P-19 U-03 ${pairs} pairs of questions about an account or device that is there and one that is not are answered alike`,
  async () => {
    const seed = randomInt(2 ** 31);
    const server = await startTestServer({ moreSites: { [sixthSite]: writeSixthSite } });
    try {
      const scene = { url: server.url, app: server.app, byMail: sixthSite, random: seededRandom(seed) };
      const run = {
        sendOf: (index: number) => fetchFrom(callerAddress(index)),
        rounds: pairs,
        atOnce: pairs,
        say: () => undefined,
      };
      const { faults, guessedRight } = await askInPairs({ ...scene, ...run });
      expect({ seed, faults }).toEqual({ seed, faults: [] });
      expect(Object.keys(guessedRight)).toHaveLength(9);
    } finally {
      await server.close();
    }
  },
  withinMs,
);

test.each([
  [[1, 2, 3], [1, 2, 3], 0.5],
  [[4, 5, 6], [1, 2, 3], 1],
  [[1, 2, 3], [4, 5, 6], 0],
  [[2, 2], [1, 2], 0.75],
])('what times tell: %j against %j is guessed in %d of the cases', (there, notThere, share) => {
  expect(guessesRight(there, notThere)).toBe(share);
});
