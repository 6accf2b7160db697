import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logIn, sitDown, type Someone, button, heading } from '../../e2e/people.ts';
import { toDeviceStep, toKeysStep, toReview, typeEntry } from '../../e2e/wizard.ts';
import { wordsIn } from '../../e2e/words.ts';
import { checkout, readConfig } from '../../server/config.ts';
import type { DemoSite } from '../../server/demo/demo.ts';
import { silentLog } from '../../server/kernel/log.ts';
import { startServer } from '../../server/main.ts';
import { launchBrowser } from '../test/browser.ts';

const folder = join(checkout, 'docs', 'images');
const size = { width: 1120, height: 940 };
const keysShown = 2;

/** Drives the demo in a browser and writes the pictures of the documentation; returns their paths. */
export async function takeScreenshots(): Promise<string[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'engawa-screenshots-'));
  const config = readConfig({ PORT: '0', ENGAWA_DATA_DIR: dataDir });
  if (!config.ok) throw new Error('the settings of the demo are wrong');
  const server = await startServer({ config: config.config, demo: true, log: silentLog });
  try {
    const [site] = server.demo ?? [];
    if (!site) throw new Error('the demo has no site');
    return await visit(site);
  } finally {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function visit(site: DemoSite): Promise<string[]> {
  const browser = await launchBrowser();
  try {
    const someone = await sitDown(await browser.newPerson({ language: 'ja', ...size }), 'ja');
    await issueKeys(someone, site);
    await mkdir(folder, { recursive: true });
    return await inBothLanguages(someone, 'wizard');
  } finally {
    await browser.close();
  }
}

/** To the last step of the wizard: two keys for the demo's unit. */
async function issueKeys(someone: Someone, { address, logins, units, activationKeys }: DemoSite): Promise<void> {
  const company = logins.at(-1);
  const unit = units[0];
  const keys = [activationKeys[0], activationKeys.at(-1)].slice(0, keysShown);
  if (!company || !unit) throw new Error('the demo has nobody to log in, or no unit');
  await logIn(someone, address, company.loginId, company.password);
  await toDeviceStep(someone);
  await toKeysStep(someone, unit.deviceId, ['見本ビル 3階 大会議室']);
  for (const [index, key] of keys.entries()) {
    if (index > 0) await button(someone, someone.words('registration-keys.issue.keys.add')).click();
    if (key) await typeEntry(someone, index, key);
  }
  await toReview(someone);
  const confirm = someone.words('registration-keys.issue.review.confirm');
  await button(someone, someone.words('registration-keys.issue.review.submit')).click();
  await someone.page.getByRole('dialog').getByRole('button', { name: confirm }).click();
  await heading(someone, someone.words('registration-keys.issue.done.title'));
}

/** The page as it stands, then once more in the other language, chosen in the account menu. */
async function inBothLanguages(someone: Someone, name: string): Promise<string[]> {
  const { page, words } = someone;
  const pathOf = (language: string) => join(folder, `${name}.${language}.png`);
  await page.screenshot({ path: pathOf('ja') });
  await page.getByRole('banner').getByRole('button').first().click();
  await page.getByLabel(words('shell.language')).selectOption('en');
  await page.keyboard.press('Escape');
  const english = { ...someone, words: wordsIn('en') };
  await heading(english, english.words('registration-keys.issue.done.title'));
  await page.locator(':focus').blur();
  await page.screenshot({ path: pathOf('en') });
  return ['ja', 'en'].map(pathOf);
}
