import { afterAll, beforeAll, expect, test } from 'vitest';
import { callerAddress, fetchFrom } from '../../proof/kit/fetch-from.ts';
import { asStranger, askingSite, keptOf, onDesk } from '../../tools/test/contact-requests.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { allMailed } from '../../tools/test/mails.ts';
import { newColleague, newOrganization, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { person, type Answer, type Person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../tools/test/sixth-site.ts';
import { erasePerson } from '../accounts/account-data/erase-person.ts';
import { hoursMs, minutesMs } from '../kernel/clock.ts';
import { insideId } from '../kernel/ids.ts';

let server: TestServer;
let operator: Colleague;
let addresses = 0;

const withoutForm = 'capabilities: { contact-requests: { strangers: false } }\n';

beforeAll(async () => {
  server = await startTestServer({ moreSites: { [sixthSite]: (folder) => writeSixthSite(folder, withoutForm) } });
  operator = await newOperator();
});
afterAll(() => server.close());

const newOperator = async () =>
  newColleague(server, await newOrganization(server, 'maker', '', askingSite), 'owner', { siteId: askingSite });

/** Somebody at a network address of their own. */
function somebody(site = askingSite): Person {
  addresses += 1;
  return person(server.url, site, 'ja', fetchFrom(callerAddress(addresses)));
}

async function ask(more: Record<string, unknown> = {}, from = somebody()): Promise<Answer> {
  return from.create('/contact-requests', asStranger(more));
}

const mailsTo = async (to: string) => {
  await allMailed(server);
  return server.mail.mails.filter((mail) => mail.to === to);
};

test('P-06 the desk is mailed what was typed; the address gets one fixed acknowledgement that says nothing of it', async () => {
  const mail = 'first@example.jp';
  const typed = {
    mail,
    name: '悪意 太郎',
    organization: 'https://evil.example',
    text: '当選しました https://evil.example/prize',
    about: '賞品',
  };
  const asked = await ask(typed);
  expect(asked.status).toBe(201);
  const { contact } = siteOf(server, askingSite);
  const desk = await server.mail.waitFor((one) => one.to === contact.mail && one.text.includes('悪意 太郎'));
  expect(desk.text).toContain('> 当選しました');
  const [acknowledgement, ...more] = await mailsTo(mail);
  expect(more).toEqual([]);
  expect(acknowledgement?.subject).toContain('お問い合わせを受け付けました');
  for (const word of ['悪意', 'evil.example', '当選', '賞品']) expect(acknowledgement?.raw).not.toContain(word);
  expect(acknowledgement?.text).not.toMatch(/悪意|evil|当選|賞品/);
  const seen = await onDesk(operator, String(asked.body.id));
  expect(seen.body.asker).toMatchObject({ known: false, user: null, name: '悪意 太郎', mail });
  expect((await seen.answer('どのようなご用件でしょうか。')).status).toBe(204);
  const answer = await server.mail.waitFor((one) => one.to === mail && one.text.includes('どのようなご用件'));
  expect(answer.text).not.toMatch(/悪意|evil|当選|賞品/);
});

test('P-06 an address is acknowledged once a day, whoever types it and however it is written', async () => {
  const subjects = async () =>
    (await mailsTo('second@example.jp')).length + (await mailsTo('Second@example.jp')).length;
  expect((await ask({ mail: 'second@example.jp' })).status).toBe(201);
  expect((await ask({ mail: 'Second@EXAMPLE.jp' })).status).toBe(201);
  expect(await subjects()).toBe(1);
  server.clock.move(24 * hoursMs - 1);
  await ask({ mail: 'second@example.jp' });
  expect(await subjects()).toBe(1);
  server.clock.move(1);
  await ask({ mail: 'second@example.jp' });
  expect(await subjects()).toBe(2);
});

test('P-19 an address that has an account is answered like any other', async () => {
  const [known, unknown] = [await ask({ mail: operator.mail }), await ask({ mail: 'nobody@example.jp' })];
  expect([known.status, unknown.status]).toEqual([201, 201]);
  expect(Object.keys(known.body)).toEqual(Object.keys(unknown.body));
  const { body } = await onDesk(await newOperator(), String(known.body.id));
  expect(body.asker).toMatchObject({ known: false, user: null, name: '見本 花子' });
});

test.each([
  [{ name: '' }, 422],
  [{ mail: 'nobody' }, 422],
  [{ mail: 'a@example.jp\r\nBcc: b@example.jp' }, 422],
  [{ name: 'A\nB' }, 422],
  [{ text: 'あ'.repeat(2001) }, 422],
  [{ kind: 'licence' }, 422],
  [{ kind: 'weather' }, 400],
  [{ name: 'a'.repeat(401) }, 400],
  [{ device: 'dev_00000000-0000-7000-8000-000000000000' }, 400],
  [{ language: 'fr' }, 400],
])('P-06 %j is refused, and nothing is kept or mailed', async (wrong, status) => {
  const caused = await eventsCausedBy(server.app, async () => expect((await ask(wrong)).status).toBe(status));
  expect(caused).toEqual([]);
});

test('P-06 a site without the form for strangers, and one that has no form at all, have none', async () => {
  expect((await ask({}, somebody(sixthSite))).status).toBe(404);
});

test('P-06 five an hour from one address; sixty an hour at the site, which is told once; users still ask', async () => {
  server.clock.move(hoursMs);
  const one = somebody();
  for (let at = 0; at < 5; at += 1) expect((await ask({}, one)).status).toBe(201);
  server.clock.move(minutesMs);
  const refused = await ask({}, one);
  expect(refused).toMatchObject({
    status: 429,
    body: { type: '/problems/contact-requests/too-many', params: { minutes: 59 } },
  });
  const caused = await eventsCausedBy(server.app, async () => {
    for (let at = 5; at < 60; at += 1) expect((await ask()).status).toBe(201);
    expect((await ask()).status).toBe(429);
  });
  expect(caused.filter((what) => what === 'contact-request.form-full')).toEqual(['contact-request.form-full']);
  expect(caused.filter((what) => what === 'contact-request.opened').length).toBe(55);
  server.clock.move(hoursMs);
  expect((await ask({}, one)).status).toBe(201);
});

test('P-27 what was asked from an address goes with the account that has it', async () => {
  server.clock.move(hoursMs);
  const organization = await newOrganization(server, 'customer', '見本商事', askingSite);
  const leaving = await newColleague(server, organization, 'owner', { siteId: askingSite });
  const theirs = String((await ask({ mail: leaving.mail.toUpperCase().replace('EXAMPLE.JP', 'example.jp') })).body.id);
  const others = String((await ask({ mail: 'other@example.jp' })).body.id);
  const site = siteOf(server, askingSite);
  await server.app.db.transaction().execute((tx) => erasePerson(tx, site, insideId(leaving.id), server.clock.now()));
  expect(await keptOf(server, theirs)).toBeUndefined();
  expect(await keptOf(server, others)).toBeDefined();
});
