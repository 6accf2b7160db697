import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDemoGateways } from '../../cli/demo-gateways.ts';
import { enterAs, sitDown } from '../../e2e/people.ts';
import { checkout } from '../../server/config.ts';
import type { DemoSite } from '../../server/demo/demo.ts';
import { launchBrowser, type TestBrowser } from '../test/browser.ts';
import { withDemo, type RunningDemo } from '../test/demo.ts';
import { person } from '../test/person.ts';
import { tutorialSite, tutorialSteps, writeStep } from '../test/tutorial.ts';
import { pictures, tutorialPictures, type Picture } from './pictures.ts';

const folder = join(checkout, 'docs', 'images');
const size = { width: 1120, height: 820 };
const languages = ['ja', 'en'] as const;
/** Whoever clones the repository fetches them all. */
const bytesMax = 150_000;

/** Drives the demo and that of the tutorial in a browser, and writes the pictures of the documentation in both languages; their paths. */
export async function takeScreenshots(): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  const sitesDir = await mkdtemp(join(tmpdir(), 'engawa-tutorial-'));
  try {
    for (const step of tutorialSteps()) await writeStep(sitesDir, step);
    return [
      ...(await withDemo((demo) => takeAll(browser, demo, pictures))),
      ...(await withDemo((demo) => takeAll(browser, demo, tutorialPictures(tutorialSite)), sitesDir)),
    ];
  } finally {
    await browser.close();
    await rm(sitesDir, { recursive: true, force: true });
  }
}

async function takeAll(browser: TestBrowser, { url, sites }: RunningDemo, all: readonly Picture[]): Promise<string[]> {
  const running = await Promise.all(
    sites.flatMap(({ gateways }) => (gateways ? [runDemoGateways(url, gateways)] : [])),
  );
  try {
    const paths: string[] = [];
    for (const picture of all) {
      const demo = sites.find(({ address }) => address.endsWith(`/${picture.site}`));
      if (!demo) throw new Error(`the demo has no site ${picture.site}`);
      for (const language of languages) paths.push(await take(browser, demo, picture, language));
    }
    return paths;
  } finally {
    await Promise.all(running.map((one) => one.close()));
  }
}

async function take(
  browser: TestBrowser,
  demo: DemoSite,
  { name, site, who, go }: Picture,
  language: (typeof languages)[number],
): Promise<string> {
  const login = demo.logins.find((one) => one.who.startsWith(who));
  if (!login) throw new Error(`${name}: nobody to log in as`);
  const member = person(new URL(demo.address).origin, site);
  const entered = await member.call('POST', '/session', { loginId: login.loginId, password: login.password });
  if (entered.status >= 300) throw new Error(entered.text);
  await member.call('PATCH', '/session', { language });
  const { body } = await member.call('GET', '/session');
  const { id } = body.organization as { id: string };
  const context = await browser.newPerson({ language, ...size });
  const someone = await sitDown(context, language);
  await enterAs(someone, demo.address, member);
  await go(someone, { demo, home: `${demo.address}/o/${id}` });
  await someone.page.evaluate('document.fonts.ready.then(() => undefined)');
  const path = join(folder, `${name}.${language}.png`);
  await someone.page.screenshot({ path });
  await context.close();
  const { size: bytes } = await stat(path);
  if (bytes > bytesMax) throw new Error(`${path} has ${bytes} bytes, more than ${bytesMax}`);
  return path;
}
