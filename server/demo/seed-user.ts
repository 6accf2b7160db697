import type { OrganizationKind, Role } from '../../domain/accounts/permissions.ts';
import { createUser } from '../accounts/create-user.ts';
import { storeConsents } from '../accounts/owed/store-consents.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { writeEvents, type NewEvent } from '../kernel/events.ts';
import { createOrganization, makerOrganization } from '../organizations/create-organization.ts';
import { holdParent, placeBelow } from '../organizations/tree/place.ts';
import { documentsForPeople } from '../sites/documents.ts';

const place = {
  country: 'JP',
  postalCode: '1000001',
  address: ['東京都', '千代田区千代田1-1', '', '', ''],
  phone: '+81312345678',
  form: 'company',
};

/** How the given names of the demo's people are read; with them each form that a site asks for is filled in. */
const readings: Record<string, string> = {
  一郎: 'イチロウ',
  花子: 'ハナコ',
  次郎: 'ジロウ',
  三郎: 'サブロウ',
  四郎: 'シロウ',
  五郎: 'ゴロウ',
  六郎: 'ロクロウ',
  七海: 'ナナミ',
};

function kanaOf(name: string): string {
  const [family, given = ''] = name.split(' ');
  const reading = readings[given];
  if (!reading) throw new Error(`nobody knows how ${name} of the demo is read`);
  return `${family === '運営' ? 'ウンエイ' : 'ミホン'} ${reading}`;
}

/** Organizations are older than whatever the demo tells of their past. */
const foundedDaysAgo = 540;

/** An organization that is there, or one to be made below another. */
export type Home = { id: string } | { kind: OrganizationKind; name: string; parentId: string | null };
export type DemoPerson = { loginId: string; name: string; role: Role; home: Home };

/** Makes the user once per database, with the organization where that is new; gives the organization's ID. */
export async function seedUser(app: App, site: Site, wished: DemoPerson, passwordHash: string): Promise<string> {
  const { loginId, name, role, home } = wished;
  const there = await app.db
    .selectFrom('users')
    .select('organization_id')
    .where('site_id', '=', site.id)
    .where('login_id', '=', loginId)
    .executeTakeFirst();
  if (there) return there.organization_id;
  const now = app.clock.now();
  return app.db.transaction().execute(async (tx) => {
    const organizationId =
      'id' in home ? home.id : await seedOrganization(tx, site, home, after(now, -foundedDaysAgo * daysMs));
    const mail = `${loginId.split('@')[0]}@${site.id}.example.jp`;
    const person = { name, kana: kanaOf(name), mail, role, language: 'ja', news: false } as const;
    const user = { organizationId, loginId, ...person, passwordHash };
    const id = await createUser(tx, site.id, user, now);
    if (!id) throw new Error(`the login ID ${loginId} of the demo is taken`);
    // As if it had signed up: the documents of today are not asked for again.
    await storeConsents(tx, site.id, id, documentsForPeople(site, now), now);
    const created: NewEvent = {
      what: 'user.created',
      subject: `user/${id}`,
      data: { user: id, organization: organizationId, role },
    };
    await writeEvents(tx, { siteId: site.id, actor: { kind: 'command' }, now, requestId: null }, [created]);
    return organizationId;
  });
}

async function seedOrganization(
  tx: Tx,
  site: Site,
  { kind, name, parentId }: Exclude<Home, { id: string }>,
  now: Date,
): Promise<string> {
  if (kind === 'maker') return makerOrganization(tx, site, now);
  await holdParent(tx, site, parentId);
  const id = await createOrganization(tx, site.id, { ...place, name, kind }, now);
  await placeBelow(tx, site, { id, kind }, parentId, now);
  return id;
}
