import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreements, signUpValues } from '../../tools/test/accounts.ts';
import { person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { hoursMs } from '../kernel/clock.ts';
import type { SealedEvent } from '../kernel/events.ts';
import { newId } from '../kernel/ids.ts';
import { textToHtml } from './html.ts';
import type { MailPlan } from './plan.ts';
import { mailReader } from './reader.ts';
import type { OutgoingMail } from './transport.ts';
import { mailWaits, retryWaitsMs, sendNext } from './worker.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function signUp(mail: string, language = 'ja') {
  const someone = person(server.url, 'conference', language);
  await someone.create('/sign-ups', {
    values: signUpValues(mail, { personInCharge: '<b>"見本"</b>' }),
    language,
    agreed: await agreements(someone),
  });
}

async function mailTo(recipient: string) {
  for (;;) {
    const row = await server.app.db
      .selectFrom('mails')
      .selectAll()
      .where('recipient', '=', recipient)
      .executeTakeFirst();
    if (row && row.tries > 0) return row;
    await sleep(20);
  }
}

test('P-20 a mail that is refused for now is tried again later, under the same Message-ID', async () => {
  server.mail.answerWith(451);
  await signUp('later@example.jp');
  expect(await mailTo('later@example.jp')).toMatchObject({ state: 'due', tries: 1 });
  server.mail.answerWith(null);
  server.clock.move(retryWaitsMs[0] ?? 0);
  const received = await server.mail.waitFor((mail) => mail.to === 'later@example.jp');
  const row = await mailTo('later@example.jp');
  expect(received.messageId).toBe(`<${row.id}@localhost>`);
});

test('P-20 what a clock that ran ahead had wait for hours goes out when the clock is right, and no sooner than it should', async () => {
  const endWaits = () => mailWaits.work(server.app, server.clock.now());
  server.mail.answerWith(451);
  server.clock.move(5 * hoursMs);
  await signUp('ahead@example.jp');
  expect(await mailTo('ahead@example.jp')).toMatchObject({ state: 'due', tries: 1 });
  server.clock.move(-5 * hoursMs);
  await endWaits();
  const again = async () => (await mailTo('ahead@example.jp')).tries;
  await expect.poll(again, { timeout: 20_000 }).toBe(2);
  const until = (await mailTo('ahead@example.jp')).next_try_at;
  await endWaits();
  expect(await mailTo('ahead@example.jp')).toMatchObject({ tries: 2, next_try_at: until });
  server.mail.answerWith(null);
  server.clock.move(retryWaitsMs[1] ?? 0);
  await server.mail.waitFor((mail) => mail.to === 'ahead@example.jp');
});

test('P-20 a dead address is given up at once, and there is an event for the operator', async () => {
  server.mail.answerWith(550);
  await signUp('dead@example.jp');
  expect(await mailTo('dead@example.jp')).toMatchObject({ state: 'dead', tries: 1 });
  server.mail.answerWith(null);
  const events = await server.app.db.selectFrom('events').select('what').where('what', '=', 'mail.dead').execute();
  expect(events).toHaveLength(1);
});

test('P-20 a mail whose text cannot be written waits, and those behind it go out', async () => {
  const { app } = server;
  // Later than the server's own clock, so that only the worker below sees them.
  const due = new Date(app.clock.now().getTime() + hoursMs);
  const event = await app.db.selectFrom('events').select(['site_id', 'id']).executeTakeFirstOrThrow();
  const mail = { site_id: event.site_id, event_id: event.id, language: 'ja', state: 'due', tries: 0 };
  const queued = ['broken', 'sound'].map((template, at) => ({
    ...mail,
    id: newId(),
    template,
    recipient: `${template}@example.jp`,
    next_try_at: new Date(due.getTime() + at),
  }));
  await app.db.insertInto('mails').values(queued).execute();
  const sent: string[] = [];
  const transport = { send: async ({ to }: { to: string }) => void sent.push(to), close: () => undefined };
  const plan = (template: string, text: MailPlan['text']) => ({
    template,
    what: 'mail.dead' as const,
    recipients: async () => [],
    text,
  });
  const plans = [
    plan('broken', async () => Promise.reject(new Error('no such word'))),
    plan('sound', async () => ({ subject: 's', text: 't' })),
  ];
  const later = { ...app, clock: { now: () => new Date(due.getTime() + 1) } };
  while (await sendNext(later, plans, transport));
  expect(sent).toEqual(['sound@example.jp']);
  expect(await mailTo('broken@example.jp')).toMatchObject({ state: 'due', tries: 1, last_error: 'no such word' });
  await app.db.deleteFrom('mails').where('recipient', '=', 'broken@example.jp').execute();
});

test('P-20 an event may be mailed to ten thousand, each once, and what goes to few is sent before them', async () => {
  const { app } = server;
  // Later than the server's own clock, so that only the worker below sees them.
  const due = new Date(app.clock.now().getTime() + hoursMs);
  const { site_id: siteId, id } = await app.db.selectFrom('events').select(['site_id', 'id']).executeTakeFirstOrThrow();
  const many = Array.from({ length: 10_000 }, (_, at) => ({
    recipient: `many${at}@example.jp`,
    language: 'ja' as const,
  }));
  const plan = (template: string, more: Partial<MailPlan>): MailPlan => ({
    template,
    what: 'mail.dead',
    recipients: async () => [],
    text: async () => ({ subject: template, text: 't', headers: { 'X-Of': template } }),
    ...more,
  });
  const ids = [newId(), newId()];
  const plans = [
    plan('many', { bulk: true, recipients: async () => [...many, ...many.slice(0, 2)] }),
    plan('few', { recipients: async () => ids.map((one) => ({ recipient: one, language: 'en', id: one })) }),
  ];
  const reader = mailReader(plans, { now: () => due });
  const event = { siteId, id, what: 'mail.dead', data: {} } as SealedEvent;
  for (let twice = 0; twice < 2; twice++) await app.db.transaction().execute((tx) => reader.read(tx, [event]));
  const planned = await app.db
    .selectFrom('mails')
    .select(['id', 'recipient'])
    .where('template', 'in', ['many', 'few'])
    .execute();
  expect(new Set(planned.map(({ recipient }) => recipient)).size).toBe(10_002);
  expect(planned).toHaveLength(10_002);
  expect(planned.filter((mail) => mail.id === mail.recipient)).toHaveLength(2);
  const sent: OutgoingMail[] = [];
  const transport = { send: async (mail: OutgoingMail) => void sent.push(mail), close: () => undefined };
  for (let at = 0; at < 3; at++) await sendNext({ ...app, clock: { now: () => due } }, plans, transport);
  expect(sent.map(({ subject }) => subject)).toEqual(['few', 'few', 'many']);
  expect(sent.map(({ headers }) => headers?.['X-Of'])).toEqual(['few', 'few', 'many']);
  await app.db.deleteFrom('mails').where('template', 'in', ['many', 'few']).execute();
});

test('P-20 mails come in the language asked for, with who sent it, whom to ask, and that the sender cannot be answered', async () => {
  await signUp('english@example.jp', 'en');
  await signUp('nihongo@example.jp', 'ja');
  const en = await server.mail.waitFor((mail) => mail.to === 'english@example.jp');
  const ja = await server.mail.waitFor((mail) => mail.to === 'nihongo@example.jp');
  expect(en.subject).toMatch(/^\[Conference Unit Key Portal\] Your login ID/);
  expect(en.text).toMatch(/not finished yet[\s\S]*Asia\/Tokyo[\s\S]*support@conference\.example\.jp[\s\S]*not read/);
  expect(ja.subject).toContain('ログインID');
  expect(ja.text).toMatch(/まだ登録は完了していません[\s\S]*support@conference\.example\.jp[\s\S]*お答えできません/);
  expect(ja.raw).toMatch(/Auto-Submitted: auto-generated/);
});

test('P-20 what people typed is text in the mail: no markup, no header of their own', async () => {
  const mail = await server.mail.waitFor((one) => one.to === 'nihongo@example.jp');
  expect(mail.text).toContain('<b>"見本"</b> 様');
  expect(mail.html).not.toContain('<b>');
  expect(textToHtml('a <script>alert(1)</script> https://x.example/?a=1&b="', 'en')).not.toMatch(/<script|"">/);
});
