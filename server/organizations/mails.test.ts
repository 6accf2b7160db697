import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  everybodysPassword,
  invited,
  makeBelow,
  newColleague,
  newOrganization,
  withDealers,
  type Colleague,
} from '../../tools/test/organizations.ts';
import words from '../../domain/texts/en/mail/organizations.ts';
import { person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite } from '../../tools/test/sixth-site.ts';
import { actingMails } from '../acting/mails.ts';
import { organizationMails } from './mails.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
});
afterAll(() => server.close());

/** What a text of the catalogue looks like once it is filled in. */
const formOf = (text: string) =>
  new RegExp(
    text
      .split(/\{.*\}/)
      .map((part) => part.replaceAll(/[.?+*()]/g, '\\$&'))
      .join('.*'),
  );

const reader = (organization: string, role: 'owner' | 'manager' | 'member' | 'viewer') =>
  newColleague(server, organization, role, { language: 'en' });
const named = async (kind: 'maker' | 'dealer' | 'customer', name: string) =>
  reader(await newOrganization(server, kind, name), 'owner');

async function accept(mail: string): Promise<void> {
  const received = await server.mail.waitFor((one) => one.to === mail && one.text.includes('/invitation#'));
  const token = /\/invitation#([A-Za-z0-9_-]+)/.exec(received.text)?.[1] ?? '';
  const there = person(server.url, sixthSite, 'en');
  const { documents } = (await there.call('POST', '/invitations/check', { token })).body;
  const body = { token, name: 'Taro Mihon', language: 'en', password: everybodysPassword, agreed: documents };
  expect((await there.create('/invitations/accept', body)).status).toBe(201);
}

/** Does everything once that mails somebody, all of whom read English. */
async function walk(dealer: Colleague, operator: Colleague): Promise<void> {
  const english = (more = {}) => invited({ name: 'Jiro Mihon', language: 'en', ...more });
  const invite = (by: Colleague, who: object) => by.create(`${by.path}/invitations`, { ...who, role: 'member' });
  const first = english();
  const customerId = await makeBelow(dealer, 'customer', { name: 'Mihon House', owner: first });
  await accept(first.mail);
  const customer = await reader(customerId, 'owner');
  await invite(dealer, english({ mail: customer.mail }));
  const { id } = (await invite(dealer, english())).body;
  await dealer.call('DELETE', `${dealer.path}/invitations/${String(id)}`);

  const member = await reader(dealer.organization, 'member');
  const ownRole = (role: string) => dealer.call('PATCH', `${dealer.path}/members/${member.id}`, { role });
  await ownRole('viewer');
  const offer = () =>
    dealer.call('POST', `${dealer.path}/hand-over`, { user: member.id, password: everybodysPassword });
  await offer();
  await member.call('DELETE', `${dealer.path}/hand-over`);
  await dealer.call('DELETE', `${dealer.path}/members/${member.id}`);
  const leaver = await reader(dealer.organization, 'manager');
  await leaver.call('POST', '/account/leave', { password: everybodysPassword });

  await dealer.create(`${dealer.path}/acting`, { of: customerId, reason: 'asked for by phone' });
  await dealer.call('DELETE', '/acting');

  const heir = await named('dealer', 'Mihon Heirs');
  const other = `${operator.path}/organizations/${customerId}`;
  const until = new Date(server.app.clock.now().getTime() + 86_400_000).toISOString();
  const granted = await operator.create(`${other}/grants`, { to: heir.organization, rights: ['list', 'read'], until });
  await operator.call('DELETE', `${other}/grants/${String(granted.body.id)}`);
  await operator.call('PUT', `${other}/parent`, { parent: heir.organization, reason: 'asked for' });
  await operator.call('PUT', `${other}/parent`, { parent: dealer.organization, reason: 'asked for' });

  const successor = await reader(dealer.organization, 'viewer');
  await dealer.call('POST', `${dealer.path}/hand-over`, { user: successor.id, password: everybodysPassword });
  await successor.call('POST', `${dealer.path}/hand-over/accept`);
  const close = { successor: heir.organization, seen: 1, reason: 'shop closed' };
  const closed = await operator.call('POST', `${operator.path}/organizations/${dealer.organization}/closing`, close);
  expect(closed.status).toBe(204);
}

test('P-21 every mail about organizations and acting goes out in English as well, with nothing left to fill in', async () => {
  await walk(await named('dealer', 'Mihon Trading'), await named('maker', 'Sample Works'));
  const plans = [...organizationMails, ...actingMails].map(({ template }) => template);
  expect(plans).toHaveLength(18);
  for (const template of plans) {
    const { subject, text } = words[template as keyof typeof words] as { subject: string; text: string };
    const line = text.split('\n').find((one) => /^(?!Dear).*[A-Za-z]/.test(one)) ?? '';
    const mail = await server.mail.waitFor((one) => formOf(subject).test(one.subject) && formOf(line).test(one.text));
    expect({ template, to: mail.to }).toEqual({ template, to: expect.stringContaining('@') });
  }
  const bodies = server.mail.mails
    .filter(({ to }) => to !== '')
    .map(({ subject, text }) => subject + text.split('----')[0]);
  expect(bodies.filter((text) => /[{}]|undefined|\[object|[\u3041-\u3096\u30a1-\u30fa]/.test(text))).toEqual([]);
});
