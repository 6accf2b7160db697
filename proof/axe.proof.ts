import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import type { Look } from '../e2e/pages/walk.ts';
import { routesNotSeen, walkAllPages } from '../e2e/pages.ts';
import { findViolations } from '../e2e/violations.ts';
import { weighLoginPage } from '../e2e/weight.ts';
import { checkout } from '../server/config.ts';
import { prepareBrowser } from '../tools/test/browser-binary.ts';
import { launchBrowser, type TestBrowser } from '../tools/test/browser.ts';
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
    const dataDir = join(folder, 'data');
    const env = { ENGAWA_SITES_DIR: join(folder, 'sites') };
    await mkdir(dataDir);
    await cp(join(checkout, 'sites'), env.ENGAWA_SITES_DIR, { recursive: true });
    await writeSixthSite(join(env.ENGAWA_SITES_DIR, sixthSite));
    const mail = await startMailServer();
    const browser = await launchBrowser();
    const server = await childServer({ dataDir, env: { ...env, ENGAWA_SMTP_URL: mail.url } });
    try {
      server.spawn();
      await server.ready();
      const { bytes, requests } = await weighLoginPage(browser, `${server.url}/conference`);
      const looked = await beside(dataDir, (app) => lookAtAll({ url: server.url, app, mail, browser }, say), env);
      if (bytes > weightBytesMax) throw new Error(`the login page weighs ${bytes} bytes`);
      return { ...looked, 'login page, bytes over the wire': bytes, 'login page, requests': requests };
    } finally {
      await server.destroy();
      await browser.close();
      await mail.close();
    }
  },
};

async function lookAtAll(
  scene: Parameters<typeof walkAllPages>[0] & { browser: TestBrowser },
  say: (line: string) => void,
): Promise<Record<string, number>> {
  const found: string[] = [];
  let seen = 0;
  let routes = 0;
  for (const look of looks) {
    const name = `${look.language}, ${look.dark ? 'dark' : 'light'}, ${look.width} wide`;
    const stops = await walkAllPages(scene, look, async ({ someone }, stop) => {
      found.push(...(await findViolations(someone.page)).map((violation) => `${name}, ${stop}: ${violation}`));
    });
    const covered = await routesNotSeen(stops);
    found.push(...covered.notSeen.map((route) => `${name}: nobody looked at ${route}`));
    seen += stops.length;
    routes = covered.routes;
    say(`${name}: ${stops.length} pages and states, ${found.length} violations so far`);
  }
  if (found.length > 0) throw new Error(`${found.length} violations:\n${found.join('\n')}`);
  return { looks: looks.length, 'routes of the web app': routes, 'pages and states looked at': seen, violations: 0 };
}
