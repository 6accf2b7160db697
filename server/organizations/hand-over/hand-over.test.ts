import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionCookie } from '../../kernel/http/cookies.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import {
  codeOf,
  everybodysPassword,
  newColleague,
  newOwner,
  withDealers,
  type Colleague,
} from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { sixthSite } from '../../../tools/test/sixth-site.ts';

const weekMs = 7 * 24 * 3_600_000;
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
});
afterAll(() => server.close());

const offer = (by: Colleague, to: Colleague, password = everybodysPassword) =>
  by.call('POST', `${by.path}/hand-over`, { user: to.id, password });
const accept = (who: Colleague) => who.call('POST', `${who.path}/hand-over/accept`);
const drop = (who: Colleague) => who.call('DELETE', `${who.path}/hand-over`);
const look = async (who: Colleague) => (await who.call('GET', `${who.path}/hand-over`)).body.handOver;
const roleOf = async (who: Colleague) => ((await who.call('GET', '/session')).body.user as { role: string }).role;

async function newPair() {
  const owner = await newOwner(server, 'customer', '見本工業');
  return { owner, successor: await newColleague(server, owner.organization, 'viewer') };
}

test('P-15 the successor accepts: owner from then on, who offered a manager; both are mailed, the session gets another token', async () => {
  const { owner, successor } = await newPair();
  expect(codeOf(await offer(owner, successor, 'not mine'))).toBe('accounts/present-password-wrong');
  const events = await eventsCausedBy(server.app, async () => {
    expect((await offer(owner, successor)).status).toBe(204);
    expect([await look(owner), await look(successor)]).toMatchObject([{ mine: 'offered' }, { mine: 'received' }]);
    const token = successor.cookies.get(sessionCookie(sixthSite));
    expect((await accept(successor)).status).toBe(204);
    expect(successor.cookies.get(sessionCookie(sixthSite))).not.toBe(token);
  });
  expect(events).toEqual(['ownership.offered', 'ownership.handed-over']);
  expect([await roleOf(owner), await roleOf(successor)]).toEqual(['manager', 'owner']);
  const offered = await server.mail.waitFor((one) => one.to === successor.mail && one.subject.includes('お願い'));
  expect(offered.text).toContain('までに、次の画面で承諾または辞退してください。');
  for (const to of [owner.mail, successor.mail])
    await server.mail.waitFor((one) => one.to === to && one.subject.includes('引き継がれました'));
  expect(codeOf(await accept(successor))).toBe('organizations/hand-over-over');
});

test.each(['declined', 'withdrawn'] as const)('P-15 an offer is %s: nothing changes, both are mailed', async (how) => {
  const { owner, successor } = await newPair();
  await offer(owner, successor);
  const by = how === 'declined' ? successor : owner;
  const events = await eventsCausedBy(server.app, async () => {
    expect((await drop(by)).status).toBe(204);
    expect(codeOf(await drop(by))).toBe('organizations/hand-over-over');
  });
  expect(events).toEqual(['ownership.offer-ended']);
  expect([await roleOf(owner), await roleOf(successor)]).toEqual(['owner', 'viewer']);
  const mail = await server.mail.waitFor(
    (one) => one.to === owner.mail && one.subject.includes('引き継がれませんでした'),
  );
  expect(mail.text).toContain(how === 'declined' ? '辞退しました' : '取り下げました');
});

test('P-15 one offer at a time, to somebody else of the organization; others neither accept nor end it', async () => {
  const { owner, successor } = await newPair();
  const third = await newColleague(server, owner.organization, 'manager');
  const stranger = await newOwner(server, 'customer');
  expect(codeOf(await offer(owner, owner))).toBe('organizations/own-membership');
  expect(codeOf(await offer(owner, stranger))).toBe('platform/not-found');
  const answers = await Promise.all([offer(owner, successor), offer(owner, third)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
  const offeredTo = (await look(successor)) as { mine: string };
  const other = offeredTo.mine === 'received' ? third : successor;
  expect([codeOf(await accept(other)), codeOf(await drop(other))]).toEqual(
    Array(2).fill('organizations/hand-over-over'),
  );
});

test('P-15 accepted twice at once, it is handed over once', async () => {
  const { owner, successor } = await newPair();
  await offer(owner, successor);
  const events = await eventsCausedBy(server.app, () => Promise.all([accept(successor), accept(successor)]));
  expect(events).toEqual(['ownership.handed-over']);
});

test('P-15 accepting while who offered leaves or is lowered: never without an owner', async () => {
  const { owner, successor } = await newPair();
  const second = await newColleague(server, owner.organization, 'owner');
  await offer(owner, successor);
  await Promise.all([accept(successor), second.call('PATCH', `${owner.path}/members/${owner.id}`, { role: 'viewer' })]);
  const owners = await second.call('GET', `${second.path}/members?role=owner`);
  expect(owners.body.total).toBeGreaterThanOrEqual(1);
  expect(await roleOf(second)).toBe('owner');
});

test('P-15 an offer is good for a week to the instant; another may follow', async () => {
  const { owner, successor } = await newPair();
  await offer(owner, successor);
  server.clock.move(weekMs - 1000);
  const second = await newColleague(server, owner.organization, 'owner');
  const third = await newColleague(server, owner.organization, 'viewer');
  expect(await look(second)).toMatchObject({ mine: 'none' });
  expect(codeOf(await offer(second, third))).toBe('organizations/hand-over-running');
  server.clock.move(1001);
  expect(await look(second)).toBeNull();
  expect((await offer(second, third)).status).toBe(204);
});
