import type { TestKey } from '../tools/test/activation-keys.ts';
import { button, heading, paste, type Someone } from './people.ts';

/** From the welcome page (or, with `siteUrl`, from wherever one is) to step 2 with conference units chosen. */
export async function toDeviceStep(someone: Someone, siteUrl?: string): Promise<void> {
  const { page, words } = someone;
  if (siteUrl) {
    await page.goto(siteUrl);
    await heading(someone, words('shell.welcome.title'));
  }
  await page.getByRole('link', { name: words('registration-keys.cards.issueAction') }).click();
  await heading(someone, words('registration-keys.issue.category.title'));
  await page.getByRole('radio', { name: /会議ユニット|Conference unit/ }).check();
  await button(someone, words('ui.next')).click();
  await heading(someone, words('registration-keys.issue.device.title'));
}

/** Step 2: device ID and installation text, confirmed in the dialog. */
export async function toKeysStep(someone: Someone, deviceId: string, lines: readonly string[] = []): Promise<void> {
  const { page, words } = someone;
  await paste(someone, words('registration-keys.fields.deviceId'), deviceId);
  for (const [index, line] of lines.entries())
    await page.getByLabel(words('registration-keys.issue.device.line', { line: index + 1 })).fill(line);
  await button(someone, words('ui.next')).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('registration-keys.issue.device.confirm') })
    .click();
  await heading(someone, words('registration-keys.issue.keys.title'));
}

/** Step 3: the `index`-th entry. */
export async function typeEntry(someone: Someone, index: number, key: TestKey): Promise<void> {
  const { page, words } = someone;
  const card = page.getByRole('region', { name: words('registration-keys.issue.keys.entry', { number: index + 1 }) });
  await paste(someone, words('registration-keys.fields.number'), key.number, card);
  await card.getByLabel(words('registration-keys.fields.registrationId')).fill(key.registrationId);
}

/** On to step 4, where nothing is issued yet. */
export async function toReview(someone: Someone): Promise<void> {
  const { page, words } = someone;
  await button(someone, words('ui.next')).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('registration-keys.issue.keys.confirm') })
    .click();
  await heading(someone, words('registration-keys.issue.review.title'));
}
