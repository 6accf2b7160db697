import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAsInsiders, type AskAll } from '../tools/test/ask-as-insiders.ts';
import { withEverySite } from '../tools/test/every-capability.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { seededRandom } from './kit/random.ts';
import { attackTexts, naughtyTexts } from './texts/attack.ts';

const routesAtLeast = 200;
/** Alone it takes a twentieth of this; what is beside it on a busy machine must not end it. */
const withinMs = 600_000;
const seed = Number(process.env.SEED ?? randomInt(2 ** 31));

let server: TestServer;
let ask: AskAll;
beforeAll(async () => {
  server = await startTestServer({ moreSites: withEverySite });
  ask = await askAsInsiders(server);
});
afterAll(() => server.close());

test(
  `P-24 no naughty text breaks a route or comes back as a page (SEED=${seed})`,
  async () => {
    const random = seededRandom(`${seed} texts`);
    const { faults, figures } = await attackTexts(ask, () => [random.pick(naughtyTexts), random.pick(naughtyTexts)]);
    expect(faults).toEqual([]);
    expect(figures['routes']).toBeGreaterThanOrEqual(routesAtLeast);
  },
  withinMs,
);
