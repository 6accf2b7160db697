import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { noPassword } from '../../server/accounts/create-user.ts';
import { insideId, newId } from '../../server/kernel/ids.ts';
import { newColleague, newOrganization, type Colleague } from './organizations.ts';
import type { TestServer } from './server.ts';

type Server = Pick<TestServer, 'app' | 'url'>;

export const newSender = async (server: Server, site: string, role: 'owner' | 'manager' | 'member' = 'owner') =>
  newColleague(server, await newOrganization(server, 'maker', '', site), role, { siteId: site });

/** Publishes a notice that is shown now, or in `startsInMs`; its outside ID. */
export async function publishNotice(
  server: Server,
  operator: Colleague,
  word: string,
  startsInMs = 0,
): Promise<string> {
  const from = server.app.clock.now().getTime() + startsInMs;
  const made = await operator.create(`${operator.path}/notices`, {
    kind: 'normal',
    startsAt: new Date(from - (startsInMs === 0 ? 1_000 : 0)).toISOString(),
    endsAt: new Date(from + 30 * 86_400_000).toISOString(),
    title: { ja: `題名 ${word}`, en: `Title ${word}` },
    body: { ja: `**本文** ${word} <b>`, en: `- text ${word}\n- more` },
  });
  if (made.status !== 201) throw new Error(made.text);
  return String(made.body.id);
}

/** A user of an organization of their own. */
export async function newReader(
  server: Server,
  site: string,
  {
    language = 'ja',
    news = false,
    organization,
  }: { language?: 'ja' | 'en'; news?: boolean; organization?: string } = {},
): Promise<Colleague> {
  const own = organization ?? (await newOrganization(server, 'customer', '見本工業', site));
  const reader = await newColleague(server, own, 'viewer', { siteId: site, language });
  if (news) await reader.call('PUT', '/account/news', { news: true });
  return reader;
}

/** So many users of one organization, made at once; their addresses. */
export async function manyReaders(
  server: Server,
  site: string,
  organization: string,
  count: number,
): Promise<string[]> {
  const addresses = Array.from({ length: count }, (_, at) => `reader${at}-${organization.slice(-6)}@example.jp`);
  await sql`
    insert into users (site_id, id, organization_id, login_id, name, mail, role, language, news, password_hash, password_changed_at,
      password_initial, password_temporary, created_at)
    select ${site}, id, ${insideId(organization)}::uuid, mail, '見本', mail, 'viewer', 'ja', false, ${`${noPassword}!`}, ${server.app.clock.now()},
      false, false, ${server.app.clock.now()}
    from unnest(${addresses.map(() => newId())}::uuid[], ${addresses}::text[]) as r(id, mail)`.execute(server.app.db);
  return addresses;
}

type Wish = { notice: string; kind?: 'important' | 'news'; organizations?: string[] | null };

export const wished = ({ notice, kind = 'important', organizations = null }: Wish) => ({ notice, kind, organizations });

/** What an operator who mails does at the server, and what of it arrives. */
export function mailingDesk(server: TestServer, operator: Colleague) {
  const path = `${operator.path}/mailings`;
  return {
    path,
    send: (wish: Wish, key: string = randomUUID()) =>
      operator.call('POST', path, wished(wish), { 'idempotency-key': key }),
    count: async (wish: Wish) => (await operator.call('POST', `${path}/preview`, wished(wish))).body.receivers,
    subjects: (to: string) =>
      server.mail.mails
        .filter((mail) => mail.to === to && /題名|Title/.test(mail.subject))
        .map(({ subject }) => subject),
    shown: async (id: unknown) => (await operator.call('GET', `${path}/${String(id)}`)).body,
  };
}
