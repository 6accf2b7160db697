import { cp, mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import type { Look, Scene } from '../e2e/pages/walk.ts';
import { otherWalks, routesNotSeen, signUpWalks, takeWalks } from '../e2e/pages.ts';
import { findViolations } from '../e2e/violations.ts';
import { weighLoginPage } from '../e2e/weight.ts';
import { checkout } from '../server/config.ts';
import { prepareBrowser } from '../tools/test/browser-binary.ts';
import { launchBrowser } from '../tools/test/browser.ts';
import { sixthSite, writeSixthSite } from '../tools/test/sixth-site.ts';
import { startMailServer } from '../tools/test/smtp.ts';
import { beside } from './kit/beside.ts';
import { childServer } from './kit/child-server.ts';

const weightBytesMax = 200_000;
const looks: Look[] = (['ja', 'en'] as const).flatMap((language) =>
  [false, true].flatMap((dark) => [390, 1920].map((width) => ({ language, dark, width }))),
);

export const experiment: Experiment = {
  name: 'axe',
  summary:
    'Every page in both languages, light and dark, on a phone and wide: axe finds nothing; the login page is light',
  debianPackages: [],
  run: async ({ folder, say }) => {
    await buildWeb(say);
    await prepareBrowser(say);
    const sites = join(folder, 'sites');
    await cp(join(checkout, 'sites'), sites, { recursive: true });
    await writeSixthSite(join(sites, sixthSite));
    const browser = await launchBrowser();
    try {
      // A server for each core: two people who walk at once from one address come to its limit of requests a minute.
      const waiting = [...looks];
      const lanes = Array.from({ length: availableParallelism() }, (_, lane) =>
        withServer(join(folder, `data-${lane}`), sites, async (server) => {
          const looked: Looked[] = [];
          for (let look = waiting.shift(); look; look = waiting.shift())
            looked.push(await lookAtAll({ ...server, browser }, look, say));
          return looked;
        }),
      );
      const looked = (await Promise.all(lanes)).flat();
      const found = looked.flatMap((one) => one.found);
      if (found.length > 0) throw new Error(`${found.length} violations:\n${found.join('\n')}`);
      const { bytes, requests } = await withServer(join(folder, 'data-login'), sites, ({ url }) =>
        weighLoginPage(browser, `${url}/conference`),
      );
      if (bytes > weightBytesMax) throw new Error(`the login page weighs ${bytes} bytes`);
      return {
        looks: looked.length,
        'routes of the web app': looked[0]?.routes ?? 0,
        'pages and states looked at': looked.reduce((sum, { stops }) => sum + stops, 0),
        violations: 0,
        'login page, bytes over the wire': bytes,
        'login page, requests': requests,
      };
    } finally {
      await browser.close();
    }
  },
};

/** A server of its own with its mails and its database beside. */
async function withServer<T>(
  dataDir: string,
  sites: string,
  use: (server: Omit<Scene, 'browser'>) => Promise<T>,
): Promise<T> {
  const env = { ENGAWA_SITES_DIR: sites };
  await mkdir(dataDir);
  const mail = await startMailServer();
  const server = await childServer({ dataDir, env: { ...env, ENGAWA_SMTP_URL: mail.url } });
  try {
    server.spawn();
    await server.ready();
    return await beside(dataDir, (app) => use({ url: server.url, app, mail }), env);
  } finally {
    await server.destroy();
    await mail.close();
  }
}

type Looked = { found: string[]; stops: number; routes: number };

async function lookAtAll(scene: Scene, look: Look, say: (line: string) => void): Promise<Looked> {
  const name = `${look.language}, ${look.dark ? 'dark' : 'light'}, ${look.width} wide`;
  const found: string[] = [];
  const stops = await takeWalks([...signUpWalks, ...otherWalks], scene, look, async ({ someone }, stop) => {
    found.push(...(await findViolations(someone.page)).map((violation) => `${name}, ${stop}: ${violation}`));
  });
  const { notSeen, routes } = await routesNotSeen(stops.flatMap(({ route }) => route ?? []));
  found.push(...notSeen.map((route) => `${name}: nobody looked at ${route}`));
  say(`${name}: ${stops.length} pages and states, ${found.length} violations`);
  return { found, stops: stops.length, routes };
}
