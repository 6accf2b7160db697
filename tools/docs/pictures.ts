import type { Locator } from 'playwright-core';
import { button, heading, type Someone } from '../../e2e/people.ts';
import { toDeviceStep, toKeysStep, toReview, typeEntry } from '../../e2e/wizard.ts';
import type { DemoSite } from '../../server/demo/demo.ts';

/** Where somebody of a demo is: their portal, and where the pages of their organization begin. */
export type Place = { demo: DemoSite; home: string };

export type Picture = {
  name: string;
  site: string;
  /** Begins what the demo says of the login. */
  who: string;
  /** To what the picture shows. */
  go: (someone: Someone, place: Place) => Promise<void>;
};

const keysShown = 2;

/** One of each portal; which of its pages says most of what it is for. */
export const pictures: readonly Picture[] = [
  { name: 'wizard', site: 'conference', who: 'dealer', go: issueKeys },
  { name: 'power-flow', site: 'energy', who: 'dealer', go: openGateway },
  { name: 'unlock-code', site: 'ups', who: 'customer', go: openUnit },
  { name: 'renewals', site: 'camera', who: 'dealer', go: openCalendar },
  { name: 'counters', site: 'printer', who: 'customer', go: askCounters },
];

/** What a reader of the tutorial sees in the end. */
export const tutorialPictures = (site: string): readonly Picture[] => [
  { name: 'tutorial-home', site, who: 'customer', go: openHome },
  { name: 'tutorial-counters', site, who: 'customer', go: askCounters },
];

/** To the last step of the wizard: two keys for the demo's unit. */
async function issueKeys(someone: Someone, { demo: { units, activationKeys } }: Place): Promise<void> {
  const { words } = someone;
  const unit = units[0];
  if (!unit) throw new Error('the demo has no unit');
  const keys = [activationKeys[0], activationKeys.at(-1)].slice(0, keysShown);
  await toDeviceStep(someone);
  await toKeysStep(someone, unit.deviceId, ['見本ビル 3階 大会議室']);
  for (const [index, key] of keys.entries()) {
    if (index > 0) await button(someone, words('registration-keys.issue.keys.add')).click();
    if (key) await typeEntry(someone, index, key);
  }
  await toReview(someone);
  const confirm = words('registration-keys.issue.review.confirm');
  await button(someone, words('registration-keys.issue.review.submit')).click();
  await someone.page.getByRole('dialog').getByRole('button', { name: confirm }).click();
  await heading(someone, words('registration-keys.issue.done.title'));
}

async function openGateway(someone: Someone, { home }: Place): Promise<void> {
  await openFirst(someone, `${home}/devices`);
  const title = someone.page.getByRole('heading', { name: someone.words('power-flow.title') });
  await title.waitFor();
  // The first report draws it.
  await someone.page.locator('[aria-labelledby="power-flow"] svg[role="img"]').waitFor();
  await toTop(title);
}

async function openUnit(someone: Someone, { home }: Place): Promise<void> {
  const { page, words } = someone;
  await page.goto(`${home}/devices`);
  // Some things in the list have no code, others one notation alone.
  const binary = page.getByRole('cell', { name: /^[01]{10}$/ });
  const inBoth = page.getByRole('row').filter({ has: binary });
  await inBoth.getByRole('link').first().click();
  await page.getByRole('heading', { name: words('unlock-codes.title') }).waitFor();
}

async function openCalendar({ page }: Someone, { home }: Place): Promise<void> {
  await page.goto(`${home}/licences/renewals`);
  await page.getByRole('main').getByRole('table').first().waitFor();
}

async function askCounters(someone: Someone, { home }: Place): Promise<void> {
  const { page, words } = someone;
  await page.goto(`${home}/counters`);
  await button(someone, words('counters.question.submit')).click();
  const table = page.getByRole('main').getByRole('table').first();
  await table.waitFor();
  await toTop(page.getByRole('heading', { name: words('counters.answer.title') }));
}

async function openHome({ page }: Someone): Promise<void> {
  await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
}

/** The page scrolls so that it stands uppermost. */
async function toTop(locator: Locator): Promise<void> {
  await locator.evaluate((one) => (one as unknown as { scrollIntoView(): void }).scrollIntoView());
}

async function openFirst({ page }: Someone, list: string): Promise<void> {
  await page.goto(list);
  await page.getByRole('main').locator('tbody').getByRole('link').first().click();
}
