import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../domain/site/languages.ts';
import { testPassword } from '../tools/test/accounts.ts';
import { wordsIn, type Words } from './words.ts';

const waitMs = 20_000;

/** Somebody at a browser: the page, the words of their language, and what the browser complained of. */
export type Someone = { page: Page; words: Words; language: Language; complaints: string[] };

/** Opens a page; scripts that fail and contents that are refused are remembered. */
export async function sitDown(context: BrowserContext, language: Language): Promise<Someone> {
  context.setDefaultTimeout(waitMs);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // The browser itself logs every refusal of the API; the page shows those.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return { page, words: wordsIn(language), language, complaints };
}

export function button({ page }: Someone, name: string) {
  return page.getByRole('button', { name, exact: true });
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A field by its whole label, with or without the word that says whether it must be filled in. */
export function field({ page, words }: Someone, label: string) {
  const marks = [words('ui.required'), words('ui.optional')].map(escape).join('|');
  return page.getByLabel(new RegExp(`^${escape(label)}\\s*(?:${marks})?$`));
}

/** The login field, whose label says what the site's people have: an ID, an address or either. */
export function loginIdField({ page, words }: Someone) {
  const labels = ['loginId', 'mail', 'loginIdOrMail'].map((key) => escape(words(`accounts.logIn.${key}`)));
  return page.getByLabel(new RegExp(`^(?:${labels.join('|')})$`));
}

export async function heading({ page }: Someone, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Reads the notice before the login page, once for each browser. */
export async function openLogin(someone: Someone, siteUrl: string): Promise<void> {
  const { page, words, language } = someone;
  await page.goto(`${siteUrl}/login?lang=${language}`);
  await heading(someone, words('accounts.logIn.title'));
  const notice = button(someone, words('accounts.logIn.noticeOk'));
  const loginId = loginIdField(someone);
  await notice.or(loginId).first().waitFor();
  if (await notice.isVisible()) await notice.click();
  await loginId.waitFor();
}

export async function logIn(
  someone: Someone,
  siteUrl: string,
  loginId: string,
  password = testPassword,
): Promise<void> {
  const { words } = someone;
  await openLogin(someone, siteUrl);
  await loginIdField(someone).fill(loginId);
  await field(someone, words('accounts.logIn.password')).fill(password);
  await button(someone, words('accounts.logIn.submit')).click();
  await heading(someone, words('shell.welcome.title'));
}

/** Opens the home page with a session that is there already: for journeys that are about something else than logging in. */
export async function enterAs(
  someone: Someone,
  siteUrl: string,
  { cookies }: { cookies: ReadonlyMap<string, string> },
): Promise<void> {
  const cookie = { domain: new URL(siteUrl).hostname, path: '/', secure: true, httpOnly: true } as const;
  await someone.page.context().addCookies([...cookies].map(([name, value]) => ({ ...cookie, name, value })));
  await someone.page.goto(siteUrl);
  await heading(someone, someone.words('shell.welcome.title'));
}

/** Puts a whole code into the first of several boxes, as pasting does. */
export async function paste(
  { page }: Someone,
  group: string,
  text: string,
  within = page.locator('body'),
): Promise<void> {
  await within.getByRole('group', { name: group }).getByRole('textbox').first().focus();
  await page.keyboard.insertText(text);
}

/** Nothing that a person would see as broken happened on the way. */
export function expectQuiet(someone: Someone): void {
  expect(someone.complaints).toEqual([]);
}
