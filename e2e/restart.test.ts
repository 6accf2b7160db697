import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activationKeySheets } from '../server/demo/activation-keys.ts';
import { loadSites } from '../server/sites/load.ts';
import { checkout } from '../server/config.ts';
import { childServer, type ChildServer } from '../proof/kit/child-server.ts';
import { randomHex } from '../tools/test/activation-keys.ts';
import { launchBrowser, type TestBrowser } from '../tools/test/browser.ts';
import { button, expectQuiet, heading, logIn, sitDown } from './people.ts';
import { toDeviceStep, toKeysStep, toReview, typeEntry } from './wizard.ts';

let server: ChildServer;
let browser: TestBrowser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engawa-restart-'));
  server = await childServer({ dataDir: folder, command: 'demo' });
  server.spawn();
  [browser] = await Promise.all([launchBrowser(), server.ready()]);
});
afterAll(async () => {
  await browser.close();
  await server.destroy();
  await rm(folder, { recursive: true, force: true });
});

test('K-03 P-10 the server is killed in the middle of the wizard and nothing typed is lost', async () => {
  const someone = await sitDown(await browser.newPerson({ language: 'ja' }), 'ja');
  const { page, words } = someone;
  const site = (await loadSites(join(checkout, 'sites'), server.url)).get('conference')!;
  const [first, second] = activationKeySheets(site, 'seeded');
  await logIn(someone, `${server.url}/conference`, 'mihon0001');
  const device = randomHex(16);
  await toDeviceStep(someone);
  await toKeysStep(someone, device, ['大阪支店', '']);
  await typeEntry(someone, 0, first!);

  await server.kill('both');
  server.spawn();
  await server.ready();

  await button(someone, words('registration-keys.issue.keys.add')).click();
  await typeEntry(someone, 1, second!);
  await page.reload();
  await heading(someone, words('registration-keys.issue.keys.title'));
  await toReview(someone);
  await server.kill('server');
  server.spawn();
  await server.ready();
  await button(someone, words('registration-keys.issue.review.submit')).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('registration-keys.issue.review.confirm') })
    .click();
  await heading(someone, words('registration-keys.issue.done.title'));
  expect(await page.getByText('大阪支店').count()).toBeGreaterThan(0);
  expectQuiet(someone);
});
