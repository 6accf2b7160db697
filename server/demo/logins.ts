import { checkPassword, preparePassword } from '../../domain/accounts/password.ts';
import type { Role } from '../../domain/accounts/permissions.ts';
import { selfSignUp } from '../../domain/accounts/policy.ts';
import { createUser } from '../accounts/create-user.ts';
import { hashPassword } from '../accounts/password-hash.ts';
import { isCommonPassword } from '../accounts/common-passwords.ts';
import { storeConsents } from '../accounts/owed/store-consents.ts';
import type { App, Site } from '../kernel/app.ts';
import { writeEvents } from '../kernel/events.ts';
import { createOrganization, makerOrganization } from '../organizations/create-organization.ts';
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

/** An operator and one company that is set up already, with logins that the demo prints. */
export async function seedLogins(app: App, site: Site): Promise<DemoLogin[]> {
  const policy = selfSignUp(site.accounts);
  const byMail = (policy?.loginId.kind ?? 'mail') === 'mail';
  const idOf = (name: string) => (byMail ? `${name}@${site.id}.example.jp` : name);
  const password = demoPassword(site);
  const wished = [
    { who: 'operator', loginId: idOf('operator1'), name: '運営 一郎', role: 'owner' as Role, kind: 'maker' as const },
    {
      who: `${policy?.organization ?? 'customer'} 見本商事`,
      loginId: idOf('mihon0001'),
      name: '見本 花子',
      role: 'owner' as Role,
      kind: policy?.organization ?? ('customer' as const),
    },
  ];
  for (const one of wished)
    await seedUser(app, site, { ...one, password, mail: `${one.loginId.split('@')[0]}@${site.id}.example.jp` });
  return wished.map(({ who, loginId }) => ({ who, loginId, password }));
}

const company = {
  name: '見本商事株式会社',
  country: 'JP',
  postalCode: '1000001',
  address: ['東京都千代田区千代田1-1', '', '', '', ''],
  phone: '+81312345678',
};

type Wished = {
  loginId: string;
  name: string;
  role: Role;
  kind: 'maker' | 'dealer' | 'customer';
  password: string;
  mail: string;
};

async function seedUser(app: App, site: Site, wished: Wished): Promise<void> {
  const there = await app.db
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', site.id)
    .where('login_id', '=', wished.loginId)
    .executeTakeFirst();
  if (there) return;
  const passwordHash = await hashPassword(preparePassword(wished.password, site.accounts.password));
  const now = app.clock.now();
  await app.db.transaction().execute(async (tx) => {
    const organizationId =
      wished.kind === 'maker'
        ? await makerOrganization(tx, site, now)
        : await createOrganization(tx, site.id, { ...company, kind: wished.kind }, now);
    const { loginId, name, mail, role } = wished;
    const user = { organizationId, loginId, name, mail, role, language: 'ja', news: false, passwordHash } as const;
    const id = await createUser(tx, site.id, user, now);
    if (!id) throw new Error(`the login ID ${loginId} of the demo is taken`);
    // As if it had signed up: the documents of today are not asked for again.
    await storeConsents(tx, site.id, id, documentsForPeople(site, now), now);
    await writeEvents(tx, { siteId: site.id, actor: { kind: 'command' }, now, requestId: null }, [
      { what: 'user.created', subject: `user/${id}`, data: { user: id, organization: organizationId, role } },
    ]);
  });
}
