import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerSite, newMaker } from '../../../tools/test/customers.ts';
import { giveDevices, register } from '../../../tools/test/devices.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { giveStock } from '../../../tools/test/licence-stock.ts';
import { assignLicences, newCustomerOf, newDealer } from '../../../tools/test/licences.ts';
import { newColleague, type Colleague } from '../../../tools/test/organizations.ts';
import type { Answer } from '../../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';

let server: TestServer;
let operator: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  operator = await newMaker(server);
});
afterAll(() => server.close());

type Held = { licences: { id: string; lastDay: string; serial: string | null }[] };
const held = async (of: Colleague) =>
  (await operator.call('GET', `${operator.path}/licence-holders/${of.organization}`)).body as unknown as Held;
const hand = (by: Colleague, from: Colleague, to: string, licences: string[], reason = '宛先の誤り') =>
  by.create(`${by.path}/licence-holders/${from.organization}/hand`, { to, licences, reason });
const typeOf = ({ status, body }: Answer) => `${status} ${String(body.type).replace('/problems/', '')}`;

async function newPair() {
  const dealer = await newDealer(server);
  await giveStock(server, customerSite, dealer.organization, [{ type: 'direct', termMonths: 12, quantity: 3 }]);
  const [wrong, right] = [
    await newCustomerOf(server, dealer, '誤った先'),
    await newCustomerOf(server, dealer, '正しい先'),
  ];
  const [made] = await assignLicences(dealer, wrong.organization, { type: 'direct', termMonths: 12, quantity: 3 });
  return { dealer, wrong, right, licences: made?.licences ?? [] };
}

test('L-01 an operator moves licences to the right customer: dates stay, all are told of their own, it is recorded', async () => {
  const { dealer, wrong, right, licences } = await newPair();
  const [serial = ''] = await giveDevices(server, 1, { site: customerSite, model: 'VC-30D' });
  expect((await register(wrong, serial)).status).toBe(201);
  const before = await held(wrong);
  expect(before.licences.map((one) => one.serial).filter(Boolean)).toEqual([serial]);
  expect(before.licences).toHaveLength(3);
  const some = licences.slice(0, 2);
  const events = await eventsCausedBy(server.app, async () =>
    expect(await hand(operator, wrong, right.organization, some)).toMatchObject({ status: 200, body: { licences: 2 } }),
  );
  expect(events).toEqual(['licences.freed', 'licences.handed']);
  expect((await held(wrong)).licences.map(({ id }) => id)).toEqual([licences[2]]);
  const after = await held(right);
  expect(after.licences.map(({ id }) => id).toSorted()).toEqual(some.toSorted());
  expect(after.licences.map((one) => one.serial)).toEqual([null, null]);
  expect(after.licences.map(({ lastDay }) => lastDay)).toEqual(['2027-12-31', '2027-12-31']);
  for (const [to, word, never] of [
    [wrong.mail, '誤った先', '正しい先'],
    [right.mail, '正しい先', '誤った先'],
  ] as const) {
    const { text } = await server.mail.waitFor((one) => one.to === to && one.text.includes('移しました'));
    expect(text).toContain(word);
    expect(text).toContain('2本');
    expect(text).not.toContain(never);
  }
  await server.mail.waitFor((one) => one.to === dealer.mail && one.text.includes('正しい先'));
  const history = await dealer.call('GET', `${dealer.path}/licence-assignments`);
  expect(history.text).toContain('誤った先');
});

test('L-01 refused: a stranger’s licence, the same customer, a dealer as receiver, without a reason, and by anybody else', async () => {
  const { dealer, wrong, right, licences } = await newPair();
  const other = await newPair();
  expect(typeOf(await hand(operator, wrong, right.organization, [...licences, ...other.licences]))).toBe(
    '409 licences/licences-gone',
  );
  for (const to of [wrong.organization, dealer.organization, operator.organization])
    expect((await hand(operator, wrong, to, licences)).body.errors).toMatchObject([
      { pointer: '/to', code: 'licences/holder-unknown' },
    ]);
  expect(typeOf(await hand(operator, dealer, right.organization, licences))).toBe('404 platform/not-found');
  expect(typeOf(await hand(operator, wrong, right.organization, licences, ' '))).toBe('422 platform/invalid-fields');
  expect(typeOf(await hand(operator, wrong, right.organization, []))).toBe('400 platform/malformed');
  const member = await newColleague(server, operator.organization, 'member', { siteId: customerSite });
  for (const by of [dealer, wrong, member])
    expect(typeOf(await hand(by, wrong, right.organization, licences))).toBe('403 platform/not-permitted');
  expect((await held(wrong)).licences).toHaveLength(3);
  server.clock.move(500 * 24 * 3_600_000);
  operator = await newMaker(server);
  expect(typeOf(await hand(operator, wrong, right.organization, licences))).toBe('409 licences/licences-gone');
});

test('L-01 moved by two at once it is moved once', async () => {
  const { wrong, right, licences } = await newPair();
  const answers = await Promise.all([1, 2].map(() => hand(operator, wrong, right.organization, licences)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect((await held(right)).licences).toHaveLength(3);
});
