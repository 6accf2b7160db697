import { loginIdPolicyOf } from '../../domain/accounts/login-id.ts';
import type { OrganizationKind } from '../../domain/accounts/permissions.ts';
import { callerAddress, fetchFrom } from '../../proof/kit/fetch-from.ts';
import { passwordFor } from './accounts.ts';
import { newMember, type NewMember } from './members.ts';
import { person, type Person } from './person.ts';
import type { TestServer } from './server.ts';
import { sixthSite } from './sixth-site.ts';

/** The columns of platform.md's policy table; the sixth site, as it is written when nothing is said, has the defaults. */
export const columns = ['energy', 'ups', 'camera', 'conference', 'printer', sixthSite] as const;
export type Column = (typeof columns)[number];

let people = 0;
let browsers = 0;

/** A browser with an address of its own, so that what an address may ask in a minute is no matter. */
export function browserAt({ url }: Pick<TestServer, 'url'>, column: Column, language = 'ja'): Person {
  browsers += 1;
  return person(url, column, language, fetchFrom(callerAddress(browsers)));
}

export type TablePerson = { someone: Person; loginId: string; mail: string; password: string; userId: string };

/** Somebody with an account at a site of the table, not logged in yet. */
export async function personAt(
  server: Pick<TestServer, 'url' | 'app'>,
  column: Column,
  more: Partial<NewMember> & { kind?: OrganizationKind } = {},
): Promise<TablePerson> {
  const site = server.app.sites.get(column);
  if (!site) throw new Error(`no site ${column}`);
  people += 1;
  const mail = `table${people}@example.jp`;
  const kind = more.kind ?? site.accounts.signUps[0]?.organization ?? 'customer';
  const loginId = loginIdPolicyOf(site.accounts, kind).kind === 'mail' ? mail : `table${people}x`;
  const password = more.password ?? passwordFor(site);
  const userId = await newMember(server, { site: column, loginId, mail, kind, ...more, password });
  return { someone: browserAt(server, column), loginId, mail, password, userId };
}

/** Logs in, as the same browser unless another is given. */
export function logInAs({ someone, loginId, password }: TablePerson, typed = password, browser: Person = someone) {
  return browser.call('POST', '/session', { loginId, password: typed });
}
