import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { roles, type Role } from '../../../domain/accounts/permissions.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import {
  codeOf,
  everybodysPassword,
  newColleague,
  newOrganization,
  newOwner,
  withDealers,
  type Colleague,
} from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
});
afterAll(() => server.close());

const unknownUser = `usr_${newId()}`;
const statusOf = ({ status }: { status: number }) => status;
const setRole = (by: Colleague, of: Colleague, role: Role) => by.call('PATCH', `${by.path}/members/${of.id}`, { role });
const remove = (by: Colleague, of: Colleague) => by.call('DELETE', `${by.path}/members/${of.id}`);
const leave = (who: Colleague, password = everybodysPassword) => who.call('POST', '/account/leave', { password });
const isIn = async (who: Colleague) => (await who.call('GET', '/session')).status === 200;

/** A customer with somebody of each role. */
async function newTeam() {
  const owner = await newOwner(server, 'customer', '見本工業');
  const of = async (role: Role) => newColleague(server, owner.organization, role);
  return { owner, manager: await of('manager'), member: await of('member'), viewer: await of('viewer') };
}

describe('P-15 what each role may ask for', () => {
  let team: Awaited<ReturnType<typeof newTeam>>;
  beforeAll(async () => {
    team = await newTeam();
  });
  const invite = (by: Colleague) =>
    by.create(`${by.path}/invitations`, { name: ' ', mail: 'x', language: 'ja', role: 'viewer' });
  // 422 and 404: let in, and then something was wrong with what was sent.
  test.each<[string, (by: Colleague) => Promise<{ status: number }>, Record<Role, number>]>([
    [
      'see the people',
      (by) => by.call('GET', `${by.path}/members`),
      { owner: 200, manager: 200, member: 200, viewer: 403 },
    ],
    [
      'export the people',
      (by) => by.call('GET', `${by.path}/exports/members?format=csv`),
      { owner: 200, manager: 200, member: 200, viewer: 403 },
    ],
    [
      'see invitations',
      (by) => by.call('GET', `${by.path}/invitations`),
      { owner: 200, manager: 200, member: 403, viewer: 403 },
    ],
    ['invite', invite, { owner: 422, manager: 422, member: 403, viewer: 403 }],
    [
      'change a role',
      (by) => by.call('PATCH', `${by.path}/members/${unknownUser}`, { role: 'member' }),
      { owner: 404, manager: 404, member: 403, viewer: 403 },
    ],
    [
      'remove somebody',
      (by) => by.call('DELETE', `${by.path}/members/${unknownUser}`),
      { owner: 404, manager: 404, member: 403, viewer: 403 },
    ],
    [
      'offer the ownership',
      (by) => by.call('POST', `${by.path}/hand-over`, { user: unknownUser, password: everybodysPassword }),
      { owner: 404, manager: 403, member: 403, viewer: 403 },
    ],
    [
      'see what a closing does',
      (by) => by.call('GET', `${by.path}/closing`),
      { owner: 200, manager: 403, member: 403, viewer: 403 },
    ],
    [
      'see who acted for them',
      (by) => by.call('GET', `${by.path}/acting`),
      { owner: 200, manager: 200, member: 403, viewer: 403 },
    ],
    [
      'see an offer of ownership',
      (by) => by.call('GET', `${by.path}/hand-over`),
      { owner: 200, manager: 200, member: 200, viewer: 200 },
    ],
  ])('%s', async (_, ask, expected) => {
    const found: [Role, number][] = [];
    for (const role of roles) found.push([role, statusOf(await ask(team[role]))]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});

describe('P-15 changing roles and removing', () => {
  test('a role changes at once, with one event, and its owner is mailed; the same again changes nothing', async () => {
    const { owner, member } = await newTeam();
    expect((await member.call('GET', `${member.path}/invitations`)).status).toBe(403);
    const events = await eventsCausedBy(server.app, async () => {
      expect((await setRole(owner, member, 'manager')).status).toBe(204);
      expect((await setRole(owner, member, 'manager')).status).toBe(204);
    });
    expect(events).toEqual(['member.role-changed']);
    expect((await member.call('GET', `${member.path}/invitations`)).status).toBe(200);
    const mail = await server.mail.waitFor((one) => one.to === member.mail);
    expect(mail.text).toMatch(/これまでの役割: 担当者\n新しい役割: 管理者/);
  });

  test.each<[string, 'owner' | 'manager', Role, Role | 'remove', string]>([
    ['a manager lowers an owner', 'manager', 'owner', 'viewer', 'organizations/member-above-own'],
    ['a manager removes an owner', 'manager', 'owner', 'remove', 'organizations/member-above-own'],
    ['a manager makes an owner', 'manager', 'viewer', 'owner', 'organizations/role-above-own'],
    ['an owner removes themselves', 'owner', 'owner', 'remove', 'organizations/own-membership'],
    ['the last owner steps down', 'owner', 'owner', 'member', 'organizations/last-owner'],
  ])('%s: refused', async (_, by, of, what, code) => {
    const team = await newTeam();
    const events = await eventsCausedBy(server.app, async () => {
      const answer = what === 'remove' ? await remove(team[by], team[of]) : await setRole(team[by], team[of], what);
      expect(codeOf(answer)).toBe(code);
    });
    expect(events).toEqual([]);
    expect(await isIn(team[of])).toBe(true);
  });

  test('who was removed is out at once and everywhere; the login ID is free again, what they did stays', async () => {
    const { owner, member } = await newTeam();
    const events = await eventsCausedBy(server.app, async () => {
      expect((await remove(owner, member)).status).toBe(204);
      expect((await remove(owner, member)).status).toBe(404);
    });
    expect(events).toEqual(['member.removed']);
    expect((await member.call('GET', `${member.path}/members`)).status).toBe(401);
    const again = await member.call('POST', '/session', { loginId: member.loginId, password: everybodysPassword });
    expect(codeOf(again)).toBe('accounts/login-refused-or-locked');
    const listed = await owner.call('GET', `${owner.path}/members?pageSize=100`);
    expect(listed.text).not.toContain(member.mail);
    const invitation = { name: '見本 次郎', mail: member.mail, language: 'ja', role: 'viewer' };
    await owner.create(`${owner.path}/invitations`, invitation);
    const mail = await server.mail.waitFor((one) => one.to === member.mail && one.subject.includes('招待'));
    expect(mail.text).toContain('/invitation#');
  });

  test("another organization's people read like nobody", async () => {
    const { owner } = await newTeam();
    const other = await newOwner(server, 'customer');
    const theirs = [await setRole(owner, other, 'viewer'), await remove(owner, other)];
    expect(theirs.map(statusOf)).toEqual([404, 404]);
    expect(await isIn(other)).toBe(true);
  });
});

describe('P-15 leaving', () => {
  test('with the present password; owners hear of it, and so does who left', async () => {
    const { owner, member } = await newTeam();
    expect(codeOf(await leave(member, 'not my password'))).toBe('accounts/present-password-wrong');
    const events = await eventsCausedBy(server.app, async () => expect((await leave(member)).status).toBe(204));
    expect(events).toEqual(['member.left']);
    expect(await isIn(member)).toBe(false);
    const mails = await Promise.all(
      [member.mail, owner.mail].map((to) =>
        server.mail.waitFor((one) => one.to === to && one.subject.includes('脱退')),
      ),
    );
    expect(mails).toHaveLength(2);
  });

  test('the last owner does not leave, alone or not', async () => {
    const { owner } = await newTeam();
    expect(codeOf(await leave(owner))).toBe('organizations/last-owner');
    expect(codeOf(await leave(await newOwner(server, 'customer')))).toBe('organizations/last-owner');
    expect(await isIn(owner)).toBe(true);
  });

  test('two owners who leave at once: one stays', async () => {
    for (let round = 0; round < 3; round += 1) {
      const organization = await newOrganization(server, 'customer');
      const [one, two] = [
        await newColleague(server, organization, 'owner'),
        await newColleague(server, organization, 'owner'),
      ];
      const answers = await Promise.all([leave(one), leave(two)]);
      expect(answers.map(statusOf).toSorted((a, b) => a - b)).toEqual([204, 409]);
    }
  });

  test('two owners who lower or remove each other at once: one stays an owner', async () => {
    for (const act of [(a: Colleague, b: Colleague) => setRole(a, b, 'viewer'), remove]) {
      const organization = await newOrganization(server, 'customer');
      const [one, two] = [
        await newColleague(server, organization, 'owner'),
        await newColleague(server, organization, 'owner'),
      ];
      const answers = await Promise.all([act(one, two), act(two, one)]);
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      const lists = await Promise.all([one, two].map((who) => who.call('GET', `${who.path}/members?role=owner`)));
      expect(lists.filter(({ status }) => status === 200).map(({ body }) => body.total)).toEqual([1]);
    }
  });
});
