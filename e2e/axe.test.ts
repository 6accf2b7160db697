import { afterAll, beforeAll, expect, test } from 'vitest';
import { secondsMs } from '../server/kernel/clock.ts';
import { launchBrowser, type TestBrowser } from '../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../tools/test/sixth-site.ts';
import { otherWalks, routesNotSeen, signUpWalks, takeWalks } from './pages.ts';
import { looks } from './pages/looks.ts';
import { findViolations } from './violations.ts';
import { weighLoginPage } from './weight.ts';

const stopsAtLeast = 60;
/** For so long somebody looks at a page. */
const lookMs = 10 * secondsMs;
const weightBytesMax = 200_000;
/** Alone it takes a third of this; what is beside it on a busy machine must not end it. */
const withinMs = 1_500_000;

let browser: TestBrowser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A server for each look, whose clock moves with that look alone. */
async function withServer<T>(use: (server: TestServer) => Promise<T>): Promise<T> {
  const server = await startTestServer({ moreSites: { [sixthSite]: writeSixthSite } });
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}

test('P-28 axe sees what is wrong', async () => {
  const context = await browser.newPerson();
  const page = await context.newPage();
  await page.setContent('<html lang="ja"><title>x</title><main><h1>x</h1><img src="x"></main>');
  expect(await findViolations(page)).toEqual([expect.stringMatching(/^image-alt: .* at img$/)]);
  await context.close();
});

test('P-28 the login page weighs at most 200 KB in all', async () => {
  const { bytes, requests, encodings } = await withServer(({ url }) => weighLoginPage(browser, `${url}/conference`));
  expect(bytes).toBeLessThanOrEqual(weightBytesMax);
  expect(requests).toBeGreaterThan(5);
  expect(encodings.br).toBeGreaterThan(bytes / 2);
});

test.concurrent.each(Object.values(looks))(
  'P-28 axe finds nothing on any page: %o',
  async (look) => {
    const found: string[] = [];
    const stops = await withServer((server) =>
      takeWalks(otherWalks, { ...server, browser }, look, async ({ someone }, name) => {
        found.push(...(await findViolations(someone.page)).map((violation) => `${name}: ${violation}`));
        // The server's clock stands still: else what may be asked in a minute would be all there is for the whole walk.
        server.clock.move(lookMs);
      }),
    );
    expect(found).toEqual([]);
    expect(stops.length).toBeGreaterThanOrEqual(stopsAtLeast);
    // The ways to an account are looked at by the test that takes them, which holds them to these routes.
    const elsewhere = signUpWalks.flatMap(({ routes }) => routes);
    const seen = [...stops.flatMap(({ route }) => route ?? []), ...elsewhere];
    expect((await routesNotSeen(seen)).notSeen).toEqual([]);
  },
  withinMs,
);
