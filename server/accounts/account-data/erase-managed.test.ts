import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newOperator, type Member } from '../../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { newColleague, newOrganization, type Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { whereIs } from '../../../tools/test/where-is.ts';
import { insideId, newId, outsideId } from '../../kernel/ids.ts';

let server: TestServer;
let operator: Member;
beforeAll(async () => {
  server = await startTestServer();
  operator = await newOperator(server);
});
afterAll(() => server.close());

const site = { siteId: 'conference' } as const;
let count = 0;

/** Somebody with a name and an address that nobody else has. */
async function newPerson(organization?: string, role: 'owner' | 'member' = 'owner'): Promise<Colleague> {
  const place = organization ?? (await newOrganization(server, 'customer', '消えゆく商店', 'conference'));
  const someone = await newColleague(server, place, role, site);
  await server.app.db
    .updateTable('users')
    .set({ name: `氏名${(count += 1)}番` })
    .where('id', '=', insideId(someone.id))
    .execute();
  return someone;
}

const path = ({ id }: Pick<Colleague, 'id'>, act: 'erasure' | 'copy') =>
  `/organizations/${operator.organization}/accounts/${id}/${act}`;
const erase = (someone: Pick<Colleague, 'id'>, reason = '書面で依頼', by: Pick<Member, 'call'> = operator) =>
  by.call('POST', path(someone, 'erasure'), { reason });
const typeOf = ({ body }: { body: Record<string, unknown> }) => String(body.type).replace('/problems/', '');

describe('P-27 an operator erases a person who asks for it', () => {
  test('nothing of them is left, why they were erased is, and nobody gets in with the account', async () => {
    const gone = await newPerson();
    const name = `氏名${count}番`;
    const events = await eventsCausedBy(server.app, async () => expect((await erase(gone)).status).toBe(204));
    expect(events).toContain('user.erased');
    expect((await gone.call('GET', '/session')).status).toBe(401);
    expect(await Promise.all([name, gone.mail, gone.loginId].map((text) => whereIs(server.app, text)))).toEqual([
      [],
      [],
      [],
    ]);
    expect(await whereIs(server.app, '書面で依頼')).toEqual(['event_details']);
    expect((await erase(gone)).status).toBe(404);
  });

  test('one who has left already is erased, too, and takes nothing of the organization along', async () => {
    const owner = await newPerson();
    const left = await newPerson(owner.organization, 'member');
    const name = `氏名${count}番`;
    expect((await owner.call('DELETE', `${owner.path}/members/${left.id}`)).status).toBeLessThan(300);
    expect((await erase(left)).status).toBe(204);
    expect(await whereIs(server.app, name)).toEqual([]);
    expect((await owner.call('GET', '/account')).body.organization).toMatchObject({ name: '消えゆく商店' });
  });

  test('P-26 who has left is found by that alone, closed organizations included, with what is kept and until they are erased', async () => {
    const owner = await newPerson();
    const left = await newPerson(owner.organization, 'member');
    const name = `氏名${count}番`;
    expect((await owner.call('DELETE', `${owner.path}/members/${left.id}`)).status).toBeLessThan(300);
    const list = async (search: string) =>
      (await operator.call('GET', `${operator.path}/accounts?${search}`)).body as { total: number; items: unknown[] };
    const asked = `user=${encodeURIComponent(name)}`;
    expect(await list(asked)).toMatchObject({ total: 0 });
    const row = {
      organization: { name: '消えゆく商店' },
      user: { id: left.id, name, mail: left.mail, loginId: '', state: 'left', leftAt: expect.any(String) },
    };
    expect(await list(`${asked}&state=left`)).toMatchObject({ total: 1, items: [row] });
    expect(await list(`user=${owner.loginId}&state=left`)).toMatchObject({ total: 0 });
    expect(await list('user=ended-&state=left')).toMatchObject({ total: 0 });
    const account = `${operator.path}/accounts/${left.id}`;
    const seen = await operator.call('GET', account);
    expect(seen).toMatchObject({ status: 200, body: { user: { name, loginId: '', leftAt: expect.any(String) } } });
    expect((seen.body.fields as { editable: boolean }[]).filter(({ editable }) => editable)).toEqual([]);
    const version = { 'if-match': String(seen.headers.get('etag')) };
    expect((await operator.call('PATCH', account, { values: {}, reason: '電話' }, version)).status).toBe(404);
    const file = await operator.call(
      'GET',
      `${operator.path}/exports/accounts?${asked}&state=left&format=csv&language=en`,
    );
    expect(file.text).toMatch(new RegExp(`${name}.*Has left`));
    const closed = await operator.call('POST', `${operator.path}/organizations/${owner.organization}/closing`, {
      successor: null,
      seen: 0,
      reason: '閉店',
    });
    expect(closed.status).toBe(204);
    expect(await list(`${asked}&state=left`)).toMatchObject({ total: 1, items: [row] });
    expect((await erase(left)).status).toBe(204);
    expect(await list(`${asked}&state=left`)).toMatchObject({ total: 0 });
    expect((await operator.call('GET', account)).status).toBe(404);
  });

  test('the only owner of others, oneself, nobody, and a reason that is none are refused, and nothing happens', async () => {
    const owner = await newPerson();
    await newPerson(owner.organization, 'member');
    const { body } = await operator.call('GET', '/session');
    const events = await eventsCausedBy(server.app, async () => {
      expect(typeOf(await erase(owner))).toBe('accounts/erasing-last-owner');
      expect(typeOf(await erase(body.user as Colleague))).toBe('accounts/erasing-own');
      expect((await erase({ id: outsideId('user', newId()) })).status).toBe(404);
      for (const [reason, code] of [
        ['', 'identifiers/required'],
        ['　', 'identifiers/required'],
        ['長'.repeat(201), 'identifiers/text-long'],
      ] as const)
        expect((await erase(owner, reason)).body.errors).toMatchObject([{ pointer: '/reason', code }]);
      expect((await erase(owner, 'x', owner)).status).toBe(404);
    });
    expect(events).toEqual([]);
    expect((await owner.call('GET', '/session')).status).toBe(200);
  });
});

describe('P-27 an operator gives a person the copy they ask for', () => {
  test('it is the one that they get themselves, with the reason in the log', async () => {
    const someone = await newPerson();
    const own = JSON.parse((await someone.call('GET', '/account/copy')).text) as Record<string, unknown>;
    const given = await operator.call('POST', path(someone, 'copy'), { reason: '電話で依頼' });
    expect(given.status).toBe(200);
    const { account, organization, consents } = JSON.parse(given.text) as Record<string, unknown>;
    expect({ account, organization, consents }).toEqual({
      account: own.account,
      organization: own.organization,
      consents: own.consents,
    });
    expect(await whereIs(server.app, '電話で依頼')).toEqual(['event_details']);
  });

  test('others do not get it, nor without a reason', async () => {
    const someone = await newPerson();
    const stranger = await newPerson();
    const ask = (by: Pick<Member, 'call'>, place: string, reason: string) =>
      by.call('POST', `${place}/accounts/${someone.id}/copy`, { reason });
    expect((await ask(operator, `/organizations/${operator.organization}`, ' ')).status).toBe(422);
    expect((await ask(stranger, stranger.path, 'x')).status).toBe(403);
  });
});
