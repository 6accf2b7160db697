import type { Cookie } from 'playwright-core';
import { logIn, openLogin, sitDown, type Someone } from '../../e2e/people.ts';
import type { DemoSite } from '../../server/demo/demo.ts';
import type { TestBrowser } from '../../tools/test/browser.ts';

export type PageToScore = { site: string; kind: 'login' | 'home' | 'list' | 'detail'; url: string };
/** The pages of one portal, and the cookies with which all but the login page open. */
export type Portal = { pages: PageToScore[]; cookies: Cookie[] };

/** Logs in as the company of a portal and takes the first list of its menu whose rows lead to pages of their own, with one of these. */
export async function findPages(browser: TestBrowser, { name, address, logins }: DemoSite): Promise<Portal> {
  const company = logins.find(({ who }) => who !== 'operator');
  if (!company) throw new Error(`${name}: nobody to log in as`);
  const context = await browser.newPerson({ width: 390, height: 844 });
  const someone = await sitDown(context, 'ja');
  await openLogin(someone, address);
  const login = new URL(someone.page.url());
  login.search = '';
  await logIn(someone, address, company.loginId, company.password);
  const pages: PageToScore[] = [
    { site: name, kind: 'login', url: login.href },
    { site: name, kind: 'home', url: someone.page.url() },
  ];
  for (const url of await menuLinks(someone)) {
    const detail = (await rowLinks(someone, url)).find((link) => link.startsWith(`${url}/`) && !link.includes('?'));
    if (detail === undefined) continue;
    pages.push({ site: name, kind: 'list', url }, { site: name, kind: 'detail', url: detail });
    break;
  }
  const cookies = await context.cookies();
  await context.close();
  return { pages, cookies };
}

async function menuLinks({ page, words }: Someone): Promise<string[]> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: words('shell.menu'), exact: true })
    .click();
  const links = page
    .getByRole('dialog')
    .getByRole('navigation', { name: words('shell.mainMenu') })
    .getByRole('link');
  await links.first().waitFor();
  const found = await links.evaluateAll((all) => all.map((one) => (one as { href?: string }).href ?? ''));
  await page.keyboard.press('Escape');
  return found;
}

/** Where the rows of the tables of a page lead. */
async function rowLinks({ page, words }: Someone, url: string): Promise<string[]> {
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  // What is waited for says nothing in its first moments, then that it is loading.
  const loading = page.getByRole('main').getByText(words('ui.loading')).first();
  await page.locator('main p[role="status"]:empty').or(loading).first().waitFor({ state: 'detached' });
  const links = page.getByRole('main').locator('tbody').getByRole('link');
  return links.evaluateAll((all) => all.map((one) => (one as { href?: string }).href ?? ''));
}
