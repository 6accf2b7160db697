import { randomUUID } from 'node:crypto';
import type { OrganizationKind, Role } from '../../domain/accounts/permissions.ts';
import { preparePassword } from '../../domain/accounts/password.ts';
import { createUser } from '../../server/accounts/create-user.ts';
import { storeConsents } from '../../server/accounts/owed/store-consents.ts';
import { hashPassword } from '../../server/accounts/password-hash.ts';
import { openSession } from '../../server/accounts/sessions.ts';
import type { Site } from '../../server/kernel/app.ts';
import { sessionCookie } from '../../server/kernel/http/cookies.ts';
import { insideId, outsideId } from '../../server/kernel/ids.ts';
import { createOrganization, makerOrganization } from '../../server/organizations/create-organization.ts';
import { documentsForPeople } from '../../server/sites/documents.ts';
import { person, type Person } from './person.ts';
import type { TestServer } from './server.ts';
import { sixthSite, writeSixthSite } from './sixth-site.ts';

/** The password of everybody below, hashed once. */
export const everybodysPassword = 'steam over the green hills';
let hashed: Promise<string> | undefined;

export type Colleague = Person & { id: string; mail: string; loginId: string; organization: string; path: string };

/** The made-up site with dealers that make others below them and look after their customers. */
export const dealerSite = `
organizations:
  dealersMake: [dealer, customer]
  parentGets: { dealer: [list], customer: [list, read, act-as] }
`;

export const withDealers = { [sixthSite]: (folder: string) => writeSixthSite(folder, dealerSite) };

export function siteOf({ app }: Pick<TestServer, 'app'>, id = sixthSite): Site {
  const site = app.sites.get(id);
  if (!site) throw new Error(`no site ${id}`);
  return site;
}

/** An organization below the maker, or the maker itself; its outside ID. */
export async function newOrganization(
  server: Pick<TestServer, 'app'>,
  kind: OrganizationKind,
  name = '見本販売',
  siteId = sixthSite,
): Promise<string> {
  const { db, clock } = server.app;
  const site = siteOf(server, siteId);
  const place = { country: 'JP', postalCode: null, address: [], phone: null };
  return db.transaction().execute(async (tx) => {
    const id =
      kind === 'maker'
        ? await makerOrganization(tx, site, clock.now())
        : await createOrganization(tx, site.id, { kind, name, ...place }, clock.now());
    return outsideId('organization', id);
  });
}

/** Somebody of an organization, made and logged in past the pages. */
export async function newColleague(
  server: Pick<TestServer, 'app' | 'url'>,
  organization: string,
  role: Role,
  { siteId = sixthSite, language = 'ja' }: { siteId?: string; language?: 'ja' | 'en' } = {},
): Promise<Colleague> {
  const { db, clock } = server.app;
  const site = siteOf(server, siteId);
  const now = clock.now();
  hashed ??= hashPassword(preparePassword(everybodysPassword, site.accounts.password));
  const passwordHash = await hashed;
  const mail = `${role}-${randomUUID()}@example.jp`;
  const made = { organizationId: insideId(organization), loginId: mail, name: `見本 ${role}`, mail, role, language };
  const { id, token } = await db.transaction().execute(async (tx) => {
    const userId = await createUser(tx, site.id, { ...made, news: false, passwordHash }, now);
    if (!userId) throw new Error(`${mail} is taken`);
    await storeConsents(tx, site.id, userId, documentsForPeople(site, now), now);
    const browser = { id: randomUUID(), agent: null };
    return { id: outsideId('user', userId), token: await openSession(tx, site, userId, browser, now) };
  });
  const someone = person(server.url, site.id, language);
  someone.cookies.set(sessionCookie(site.id), token);
  return { ...someone, id, mail, loginId: mail, organization, path: `/organizations/${organization}` };
}

/** An organization with its owner. */
export async function newOwner(
  server: Pick<TestServer, 'app' | 'url'>,
  kind: OrganizationKind,
  name?: string,
): Promise<Colleague> {
  return newColleague(server, await newOrganization(server, kind, name), 'owner');
}

/** Somebody who is invited, with a mail address of their own. */
export function invited(more: Record<string, unknown> = {}): { mail: string } & Record<string, unknown> {
  return { name: '見本 次郎', mail: `invited-${randomUUID()}@example.jp`, language: 'ja', ...more };
}

/** Makes an organization below the caller's (or `parent`, for operators) and gives its outside ID. */
export async function makeBelow(
  by: Colleague,
  kind: 'dealer' | 'customer',
  more: Record<string, unknown> = {},
): Promise<string> {
  const made = await by.create(`${by.path}/organizations`, { kind, name: '見本商店', owner: invited(), ...more });
  if (made.status !== 201) throw new Error(made.text);
  return String(made.body.id);
}

/** Why something was refused, as `<capability>/<code>`; empty when it was not. */
export function codeOf({ body: { type } }: { body: Record<string, unknown> }): string {
  return typeof type === 'string' ? type.replace('/problems/', '') : '';
}
