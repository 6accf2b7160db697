import type { Someone } from './people.ts';
import { button } from './people.ts';

const adminPassword = '27182818';

/** First start of a unit: its admin password is set; there is none to know beforehand (K-12). */
export async function startUnit(someone: Someone, unitUrl: string): Promise<void> {
  const { page, words, language } = someone;
  await page.goto(`${unitUrl}/?lang=${language}`);
  await page.getByLabel(words('unit.adminPassword'), { exact: true }).fill(adminPassword);
  await page.getByLabel(words('unit.adminPasswordAgain')).fill(adminPassword);
  await button(someone, words('unit.setPassword')).click();
  await page.getByRole('heading', { level: 1, name: words('unit.firstStart') }).waitFor({ state: 'detached' });
}

/** Types a key into the unit; where it is accepted, confirms the restart. Gives what the unit says. */
export async function typeKey(someone: Someone, unitUrl: string, key: string): Promise<string> {
  const { page, words, language } = someone;
  await page.goto(`${unitUrl}/key?lang=${language}`);
  const password = page.getByLabel(words('unit.adminPassword'));
  if (await password.isVisible()) {
    // A restart ends the admin's session.
    await password.fill(adminPassword);
    await button(someone, words('unit.logIn')).click();
  }
  await page.getByRole('textbox', { name: words('unit.keyPart', { from: 1, to: 4 }) }).fill(key);
  await button(someone, words('unit.save')).click();
  const restart = button(someone, words('unit.restart'));
  const refused = page.getByRole('alert');
  await restart.or(refused).first().waitFor();
  if (await refused.isVisible()) return refused.innerText();
  await restart.click();
  return page.getByRole('status').innerText();
}
