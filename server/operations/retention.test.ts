import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreements, newCompany, signUpValues, testPassword } from '../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex } from '../../tools/test/activation-keys.ts';
import { person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { daysMs, hoursMs } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import { retention } from './retention.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function counts(): Promise<Record<string, number>> {
  const tables = [
    'drafts',
    'idempotent_answers',
    'sessions',
    'sign_ups',
    'mail_changes',
    'invitations',
    'try_counters',
    'registration_key_bindings',
    'users',
  ] as const;
  const entries = tables.map(async (table) => {
    const { count } = await server.app.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return [table, count] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function afterRunning(milliseconds: number): Promise<Record<string, number>> {
  server.clock.move(milliseconds);
  await retention.run(server.app, server.clock.now());
  return counts();
}

test('P-27 what has served is removed when its time is over and not before; what people own stays', async () => {
  const company = await newCompany(server);
  const [key] = await giveActivationKeys(server, 1);
  const activationKeys = [key!];
  await company.create(`${company.path}/registration-keys`, {
    category: 'conference-unit',
    deviceId: randomHex(16),
    activationKeys,
  });
  await company.call('POST', '/drafts', { kind: 'registration-keys', values: {} });
  const mail = 'later@example.jp';
  await company.create('/account/mail-change', { mail, mailAgain: mail, password: testPassword });
  const invited = { name: '見本 次郎', mail: 'colleague@example.jp', language: 'ja', role: 'viewer' };
  const invitation = await company.create(`${company.path}/invitations`, invited);
  await company.call('POST', `${company.path}/invitations/${String(invitation.body.id)}/again`);
  const someone = person(server.url, 'conference');
  await someone.create('/sign-ups', {
    values: signUpValues('late@example.jp'),
    language: 'ja',
    agreed: await agreements(someone),
  });
  const before = await counts();
  const counters = before['try_counters'] ?? 0;
  expect(await afterRunning(23 * hoursMs)).toEqual(before);
  const owned = { registration_key_bindings: 1, users: 1 };
  expect(await afterRunning(2 * hoursMs)).toEqual({
    ...owned,
    drafts: 0,
    idempotent_answers: 0,
    sessions: 1,
    sign_ups: 2,
    mail_changes: 1,
    invitations: 1,
    try_counters: counters,
  });
  expect(await afterRunning(2 * daysMs)).toMatchObject({ ...owned, sessions: 0, sign_ups: 2, invitations: 1 });
  // A link that still leads somewhere keeps its sign-up.
  const expires_at = new Date(server.clock.now().getTime() + 31 * daysMs);
  await server.app.db.updateTable('proofs').set({ expires_at }).where('used_at', 'is', null).execute();
  expect(await afterRunning(30 * daysMs)).toMatchObject({ ...owned, sign_ups: 2 });
  expect(await afterRunning(daysMs)).toMatchObject({
    ...owned,
    sign_ups: 1,
    mail_changes: 0,
    invitations: 0,
    try_counters: counters - 1,
  });
});

test('P-27 a browser that nobody came back with, and tries that no limit looks back to, are forgotten; others stay', async () => {
  const company = await newCompany(server);
  const { db } = server.app;
  const browsers = async () => (await db.selectFrom('login_counters').select('browser_id').execute()).length;
  const tries = async () =>
    (await db.selectFrom('try_counters').select('subject').where('purpose', '=', 'tests').execute()).length;
  const now = server.clock.now();
  const of = (subject: string, ageMs: number) => ({
    site_id: 'conference',
    purpose: 'tests',
    subject,
    failed_at: [new Date(now.getTime() - 100 * daysMs), new Date(now.getTime() - ageMs)],
  });
  await db
    .insertInto('try_counters')
    .values([of('old', 95 * daysMs), of('new', 85 * daysMs)])
    .execute();
  expect(company.cookies.size).toBeGreaterThan(0);
  const known = await browsers();
  expect(known).toBeGreaterThan(0);
  await retention.run(server.app, now);
  expect([await browsers(), await tries()]).toEqual([known, 1]);
  await afterRunning(181 * daysMs);
  const left = await db.selectFrom('login_counters').select('known_until').execute();
  expect(left.filter((row) => row.known_until !== null)).toEqual([]);
  expect(await tries()).toBe(0);
});

test('P-27 mails that went out or had nothing to say go after 90 days, those that nobody took after a year; what is to be sent stays', async () => {
  const { db } = server.app;
  await newCompany(server);
  const mail = await db.selectFrom('mails').selectAll().executeTakeFirstOrThrow();
  const now = server.clock.now();
  const of = (state: string, next_try_at: Date) => ({
    ...mail,
    id: newId(),
    recipient: `${state}@example.jp`,
    state,
    next_try_at,
  });
  const mails = [
    { ...of('sent', now), sent_at: now },
    { ...of('dropped', now), sent_at: null },
    { ...of('dead', now), sent_at: null },
    { ...of('due', new Date(now.getTime() + 1_000 * daysMs)), sent_at: null },
  ];
  await db.insertInto('mails').values(mails).execute();
  const left = async (passedMs: number) => {
    await retention.run(server.app, new Date(now.getTime() + passedMs));
    // Others are still being sent meanwhile.
    const ids = mails.map(({ id }) => id);
    const rows = await db.selectFrom('mails').select('state').where('id', 'in', ids).execute();
    return rows.map(({ state }) => state).toSorted();
  };
  expect(await left(90 * daysMs - 1)).toEqual(['dead', 'dropped', 'due', 'sent']);
  expect(await left(90 * daysMs + 1_000)).toEqual(['dead', 'due']);
  expect(await left(365 * daysMs - 1)).toEqual(['dead', 'due']);
  expect(await left(366 * daysMs)).toEqual(['due']);
  expect(await left(1_200 * daysMs)).toEqual(['due']);
});
