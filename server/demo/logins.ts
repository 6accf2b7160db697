import { checkPassword, preparePassword } from '../../domain/accounts/password.ts';
import { loginIdPolicyOf } from '../../domain/accounts/login-id.ts';
import { organizationKinds, type OrganizationKind } from '../../domain/accounts/permissions.ts';
import { waysToMake } from '../../domain/accounts/policy.ts';
import { createUser } from '../accounts/create-user.ts';
import { hashPassword } from '../accounts/password-hash.ts';
import { isCommonPassword } from '../accounts/common-passwords.ts';
import { storeConsents } from '../accounts/owed/store-consents.ts';
import type { KindBelow } from '../../domain/organizations/options.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { writeEvents } from '../kernel/events.ts';
import { createOrganization, makerOrganization } from '../organizations/create-organization.ts';
import { holdParent, placeBelow } from '../organizations/tree/place.ts';
import { documentsForPeople } from '../sites/documents.ts';

export type DemoLogin = { who: string; loginId: string; password: string };

/** Tried in this order until one fits the site's policy. Public, like the demo itself. */
const passwords = ['Veranda7Kumo', 'Engawa26', 'Engawa-26-Kumo!', 'a veranda in the evening sun'];

function demoPassword(site: Site): string {
  const fitting = passwords.find(
    (one) => checkPassword(one, site.accounts.password, { isCommon: isCommonPassword }).length === 0,
  );
  if (!fitting) throw new Error(`no demo password fits the policy of ${site.id}`);
  return fitting;
}

const people = { dealer: '見本 花子', customer: '見本 次郎' };
const companies = { dealer: '見本商事株式会社', customer: '見本工業株式会社' };

/** An operator, and a company of each kind that the site's data know, set up already; with logins that the demo prints. */
export async function seedLogins(app: App, site: Site): Promise<DemoLogin[]> {
  const password = demoPassword(site);
  const idOf = (name: string, kind: OrganizationKind) =>
    loginIdPolicyOf(site.accounts, kind).kind === 'mail' ? `${name}@${site.id}.example.jp` : name;
  const operator = { loginId: idOf('operator1', 'maker'), name: '運営 一郎', kind: 'maker' as const, password };
  await seedUser(app, site, operator, null);
  const logins: DemoLogin[] = [{ who: 'operator', loginId: operator.loginId, password }];
  const kinds = organizationKinds.filter((kind) => site.accounts.signUps.some((way) => way.organization === kind));
  let dealerId: string | null = null;
  for (const kind of kinds) {
    if (kind === 'maker') continue;
    const loginId = idOf(`mihon000${logins.length}`, kind);
    const made = await seedUser(app, site, { loginId, name: people[kind], kind, password }, dealerId);
    if (kind === 'dealer' && waysToMake(site.accounts, 'dealer').length > 0) dealerId = made;
    logins.push({ who: `${kind} ${companies[kind]}`, loginId, password });
  }
  return logins;
}

const company = {
  country: 'JP',
  postalCode: '1000001',
  address: ['東京都千代田区千代田1-1', '', '', '', ''],
  phone: '+81312345678',
};

async function seedOrganization(
  tx: Tx,
  site: Site,
  kind: KindBelow,
  parentId: string | null,
  now: Date,
): Promise<string> {
  await holdParent(tx, site, parentId);
  const id = await createOrganization(tx, site.id, { ...company, name: companies[kind], kind }, now);
  await placeBelow(tx, site, { id, kind }, parentId, now);
  return id;
}

type Wished = { loginId: string; name: string; kind: OrganizationKind; password: string };

/** Makes the user once per database, with an organization below `parentId`; gives the ID of that organization. */
async function seedUser(app: App, site: Site, wished: Wished, parentId: string | null): Promise<string> {
  const there = await app.db
    .selectFrom('users')
    .select('organization_id')
    .where('site_id', '=', site.id)
    .where('login_id', '=', wished.loginId)
    .executeTakeFirst();
  if (there) return there.organization_id;
  const passwordHash = await hashPassword(preparePassword(wished.password, site.accounts.password));
  const now = app.clock.now();
  return app.db.transaction().execute(async (tx) => {
    const { loginId, name, kind } = wished;
    const organizationId =
      kind === 'maker' ? await makerOrganization(tx, site, now) : await seedOrganization(tx, site, kind, parentId, now);
    const mail = `${loginId.split('@')[0]}@${site.id}.example.jp`;
    const user = {
      organizationId,
      loginId,
      name,
      mail,
      role: 'owner',
      language: 'ja',
      news: false,
      passwordHash,
    } as const;
    const id = await createUser(tx, site.id, user, now);
    if (!id) throw new Error(`the login ID ${loginId} of the demo is taken`);
    // As if it had signed up: the documents of today are not asked for again.
    await storeConsents(tx, site.id, id, documentsForPeople(site, now), now);
    await writeEvents(tx, { siteId: site.id, actor: { kind: 'command' }, now, requestId: null }, [
      {
        what: 'user.created',
        subject: `user/${id}`,
        data: { user: id, organization: organizationId, role: user.role },
      },
    ]);
    return organizationId;
  });
}
