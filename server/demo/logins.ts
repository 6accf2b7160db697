import { checkPassword, preparePassword } from '../../domain/accounts/password.ts';
import { loginIdPolicyOf } from '../../domain/accounts/login-id.ts';
import type { OrganizationKind } from '../../domain/accounts/permissions.ts';
import { waysToMake } from '../../domain/accounts/policy.ts';
import { kindsBelow } from '../../domain/organizations/options.ts';
import { hashPassword } from '../accounts/password-hash.ts';
import { isCommonPassword } from '../accounts/common-passwords.ts';
import type { App, Site } from '../kernel/app.ts';
import { seedUser, type DemoPerson } from './seed-user.ts';

export type DemoLogin = { who: string; loginId: string; password: string };
/** The logins that the demo prints; `company` is the one to which what was issued before belongs. */
export type DemoLogins = {
  logins: DemoLogin[];
  company: DemoLogin | undefined;
  /** Makes one more login of the site, with its organization where that is new; the organization's ID. */
  seed: (who: string, kind: OrganizationKind, person: DemoPerson) => Promise<string>;
  /** The organizations of the companies above. */
  made: Partial<Record<OrganizationKind, string>>;
  /** Those of the sub-dealer and of customers of dealers, by the login ID without what a site adds. */
  below: Record<string, string>;
};

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
const colleagues = [
  { name: '見本 三郎', role: 'manager', login: 'manager01' },
  { name: '見本 四郎', role: 'member', login: 'member001' },
  { name: '見本 五郎', role: 'viewer', login: 'viewer001' },
] as const;

/**
 * An operator, a company of each kind that the site's data know, and people of each role in the first of them; where dealers make
 * organizations, a sub-dealer and customers as well.
 */
export async function seedLogins(app: App, site: Site): Promise<DemoLogins> {
  const password = demoPassword(site);
  const passwordHash = await hashPassword(preparePassword(password, site.accounts.password));
  const logins: DemoLogin[] = [];
  const seed = async (who: string, kind: OrganizationKind, person: DemoPerson): Promise<string> => {
    const isMail = loginIdPolicyOf(site.accounts, kind).kind === 'mail';
    const loginId = isMail ? `${person.loginId}@${site.id}.example.jp` : person.loginId;
    logins.push({ who, loginId, password });
    return seedUser(app, site, { ...person, loginId }, passwordHash);
  };
  const owner = (loginId: string, name: string, home: DemoPerson['home']) =>
    ({ loginId, name, role: 'owner', home }) as const;

  const maker = await seed(
    'operator',
    'maker',
    owner('operator1', '運営 一郎', { kind: 'maker', name: '', parentId: null }),
  );
  const made: Partial<Record<OrganizationKind, string>> = { maker };
  const below: Record<string, string> = {};
  for (const kind of kindsBelow.filter((one) => site.accounts.signUps.some((way) => way.organization === one))) {
    const parentId = waysToMake(site.accounts, 'dealer').length > 0 ? (made.dealer ?? null) : null;
    const home = { kind, name: companies[kind], parentId };
    const loginId = `mihon000${logins.length}`;
    made[kind] = await seed(`${kind} ${companies[kind]}`, kind, owner(loginId, people[kind], home));
  }
  const company = logins.at(-1);
  const [kind] = kindsBelow.filter((one) => made[one]);
  if (!kind) return { logins, company, seed, made, below };
  const id = made[kind] ?? '';
  for (const { name, role, login } of colleagues)
    await seed(`${kind} ${companies[kind]}, ${role}`, kind, { loginId: login, name, role, home: { id } });
  if (kind === 'dealer' && site.organizations.dealersMake.length > 0) {
    const sub = { kind: 'dealer', name: '見本二次店株式会社', parentId: id } as const;
    below['nijiten01'] = await seed('sub-dealer 見本二次店株式会社', 'dealer', owner('nijiten01', '見本 六郎', sub));
    for (const [loginId, name, parentId] of [
      ['aoba00001', '見本青葉商店', id],
      ['sakura001', '見本さくら工房', id],
      ['hinata001', '見本ひなた園', below['nijiten01']],
    ] as const)
      below[loginId] = await seed(
        `customer ${name}`,
        'customer',
        owner(loginId, '見本 七海', { kind: 'customer', name, parentId }),
      );
  }
  return { logins, company, seed, made, below };
}
