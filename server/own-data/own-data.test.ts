import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCompany, testPassword, type Member } from '../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { capabilities } from '../capabilities.ts';
import { insideId } from '../kernel/ids.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

type Copy = { version: number; site: string } & Record<string, Record<string, unknown>[]>;

async function copyOf(someone: Pick<Member, 'call'>): Promise<{ copy: Copy; text: string; headers: Headers }> {
  const { status, text, headers } = await someone.call('GET', '/account/copy');
  if (status !== 200) throw new Error(text);
  return { copy: JSON.parse(text) as Copy, text, headers };
}

/** Tables that name a person without anything to tell them that stands nowhere else. */
const toldElsewhere: Record<string, string> = {
  acting_sessions: 'events',
  activation_key_batches: 'events',
  activation_key_deliveries: 'events',
  hand_overs: 'events',
  imports: 'events',
  registration_key_issues: 'events',
  toner_managers: 'events',
  mailing_receivers: 'mails',
  monthly_report_mailings: 'mails',
  // Counters and half-way steps of logging in, with hashes of what is to be answered.
  login_counters: 'secret',
  login_steps: 'secret',
  passkey_challenges: 'secret',
  proofs: 'secret',
  recovery_codes: 'secret',
  totp_setups: 'secret',
};

describe('P-27 a copy of everything that is kept of a person', () => {
  test('has what they gave, agreed to, did and were mailed; it is a file that nobody keeps on the way', async () => {
    const member = await newCompany(server);
    const { body } = await member.call('GET', '/account');
    const { user } = body as { user: { mail: string; loginId: string; name: string } };
    const { copy, headers } = await copyOf(member);
    expect(copy).toMatchObject({ version: 1, site: 'conference' });
    expect(copy.account).toMatchObject([{ loginId: user.loginId, mail: user.mail, name: user.name, role: 'owner' }]);
    expect(copy.organization).toMatchObject([{ name: '見本商事株式会社', country: 'JP' }]);
    expect(copy.consents?.map(({ document }) => document)).toContain('privacy-consent');
    expect(copy.sessions).toHaveLength(1);
    expect(copy.signUps).toMatchObject([{ mail: user.mail }]);
    expect(copy.mails?.map(({ to }) => to)).toContain(user.mail);
    const done = copy.events?.map(({ what }) => what);
    expect(done).toContain('login.done');
    expect(copy.events?.find(({ what }) => what === 'login.done')).toMatchObject({ byMe: true, about: 'user' });
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="own-data-conference-\d{4}-\d\d-\d\d\.json"$/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('has no secret and nothing of anybody else, a colleague with the same address included', async () => {
    const member = await newCompany(server);
    const { body } = await member.call('GET', '/account');
    const { user, organization } = body as { user: { id: string; mail: string }; organization: { id: string } };
    const colleague = await newColleague(server, organization.id, 'manager', { siteId: 'conference' });
    await server.app.db
      .updateTable('users')
      .set({ name: '別人 太郎', mail: user.mail })
      .where('id', '=', insideId(colleague.id))
      .execute();
    const stranger = await newColleague(
      server,
      await newOrganization(server, 'customer', '他社', 'conference'),
      'owner',
      {
        siteId: 'conference',
      },
    );
    const { copy, text } = await copyOf(member);
    const { rows } = await sql<{ hash: string }>`
      select password_hash as hash from users where id = ${insideId(user.id)}
      union all select encode(token_hash, 'hex') from sessions where user_id = ${insideId(user.id)}`.execute(
      server.app.db,
    );
    for (const secret of [...rows.map(({ hash }) => hash), testPassword, '別人', colleague.loginId, stranger.mail])
      expect(text).not.toContain(secret);
    // Whose the mails are that went to a shared address nobody can tell.
    expect(copy.mails).toEqual([]);
  });

  test('what somebody changed of another is not in it, only that they did', async () => {
    const member = await newCompany(server);
    const { body } = await member.call('GET', '/account');
    const { organization } = body as { organization: { id: string } };
    const colleague = await newColleague(server, organization.id, 'member', { siteId: 'conference' });
    const path = `/organizations/${organization.id}/members/${colleague.id}`;
    const { headers } = await member.call('GET', path);
    const etag = { 'if-match': headers.get('etag') ?? '' };
    const changed = await member.call('PATCH', path, { role: 'viewer' }, etag);
    expect(changed.status).toBeLessThan(300);
    const mine = (await copyOf(member)).copy.events?.find(({ what }) => what === 'member.role-changed');
    expect(mine).toMatchObject({ byMe: true, details: null });
    const theirs = (await copyOf(colleague)).copy.events?.find(({ what }) => what === 'member.role-changed');
    expect(theirs).toMatchObject({ byMe: false, address: null });
  });

  test('who is not logged in gets none; each copy is written down, and how it ended', async () => {
    expect((await person(server.url, 'conference').call('GET', '/account/copy')).status).toBe(401);
    const member = await newCompany(server);
    expect(await eventsCausedBy(server.app, () => copyOf(member))).toEqual(['export.started', 'export.ended']);
  });

  test('every table that names a user is in it, or what it holds stands elsewhere', async () => {
    const subject = { siteId: 'conference', userId: randomUUID(), ownMail: null };
    const parts = capabilities.flatMap(({ personalData }) => Object.values(personalData ?? {}));
    const queries = parts.map((of) => of(subject).compile(server.app.db).sql).join('\n');
    const { rows } = await sql<{ name: string }>`
      select distinct c.conrelid::regclass::text as name from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = 'users'::regclass and a.attname ~ '(^|_)user_id$' order by 1`.execute(
      server.app.db,
    );
    const missing = rows
      .map(({ name }) => name)
      .filter((name) => !new RegExp(`\\b(from|join) ${name}\\b`).test(queries));
    expect(missing.toSorted()).toEqual(Object.keys(toldElsewhere).toSorted());
  });
});
