import { loginIdPolicyOf } from '../../domain/accounts/login-id.ts';
import { checkPassword } from '../../domain/accounts/password.ts';
import type { Site } from '../../server/kernel/app.ts';
import { createOperator } from '../../server/organizations/create-operator.ts';
import { person, type Person } from './person.ts';
import type { TestServer } from './server.ts';

export const testPassword = 'Engawa26';
const fittingPasswords = [testPassword, 'Engawa-26-Kumo', 'steam over the green hills'];

/** A password that a site's policy takes. */
export function passwordFor(site: Site): string {
  const fitting = fittingPasswords.find((one) => checkPassword(one, site.accounts.password).length === 0);
  if (!fitting) throw new Error(`no test password fits the policy of ${site.id}`);
  return fitting;
}

export type Member = Person & { loginId: string; organization: string; path: string };

/** The token in a mailed link. */
export function tokenIn(text: string): string {
  const found = /set-password#([A-Za-z0-9_-]+)/.exec(text);
  if (!found?.[1]) throw new Error(`no link in: ${text}`);
  return found[1];
}

/** A filled-in sign-up form of the conference portal. */
export function signUpValues(mail: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    company: '見本商事株式会社',
    country: 'JP',
    address1: '東京都',
    personInCharge: '見本 花子',
    mail,
    mailAgain: mail,
    news: false,
    ...more,
  };
}

/** What has to be agreed to before signing up. */
export async function agreements(someone: Person): Promise<{ document: string; version: string }[]> {
  const site = await someone.call('GET', '');
  const documents = site.body.documents as { name: string; met: string; version: string }[];
  return documents
    .filter(({ met }) => met.startsWith('before-form') || met === 'before-password')
    .map(({ name, version }) => ({ document: name, version }));
}

let companies = 0;

/** A company that has signed up as people do (form, mail, link, password) and is logged in. */
export async function newCompany(
  server: Pick<TestServer, 'url' | 'mail'>,
  site = 'conference',
  send: typeof fetch = fetch,
): Promise<Member> {
  companies += 1;
  const someone = person(server.url, site, 'ja', send);
  const mail = `company${companies}@example.jp`;
  const agreed = await agreements(someone);
  const asked = await someone.create('/sign-ups', { values: signUpValues(mail), language: 'ja', agreed });
  if (asked.status !== 201) throw new Error(asked.text);
  const proof = await server.mail.waitFor((one) => one.to === mail && one.text.includes('set-password#'));
  const set = await someone.call('POST', '/passwords', { token: tokenIn(proof.text), password: testPassword });
  if (set.status !== 204) throw new Error(set.text);
  return logIn(someone, String(asked.body.loginId));
}

let operators = 0;

export async function newOperator(server: Pick<TestServer, 'url' | 'app'>, site = 'conference'): Promise<Member> {
  operators += 1;
  const of = server.app.sites.get(site);
  if (!of) throw new Error(`no site ${site}`);
  const byMail = loginIdPolicyOf(of.accounts, 'maker').kind === 'mail';
  const password = passwordFor(of);
  const made = await createOperator(server.app, of, {
    loginId: byMail ? `operator${operators}@example.jp` : `operator${operators}`,
    mail: `operator${operators}@example.jp`,
    name: '運営',
    role: 'owner',
  });
  if (!made.ok) throw new Error(made.code);
  const someone = person(server.url, site);
  const set = await someone.call('POST', '/passwords', { token: tokenIn(made.value.link), password });
  if (set.status !== 204) throw new Error(set.text);
  return logIn(someone, made.value.loginId, password);
}

export async function logIn(someone: Person, loginId: string, password = testPassword): Promise<Member> {
  const answer = await someone.call('POST', '/session', { loginId, password });
  if (answer.status !== 200) throw new Error(answer.text);
  const organization = String((answer.body.organization as { id: string }).id);
  return { ...someone, loginId, organization, path: `/organizations/${organization}` };
}
