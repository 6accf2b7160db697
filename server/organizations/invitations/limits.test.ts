import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite, inviteAgain, waiting, withdraw } from '../../../tools/test/invitations.ts';
import { codeOf, invited, makeBelow, newColleague, newOwner, withDealers } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { sixthSite } from '../../../tools/test/sixth-site.ts';
import { insideId } from '../../kernel/ids.ts';
import { openInvitationsMax } from './invite.ts';
import { sendingsMax, sendingsOfOneMax } from './sendings.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
});
afterAll(() => server.close());

describe('P-15 limits of invitations', () => {
  test('a manager invites nobody as an owner, and sends no owner’s invitation again', async () => {
    const owner = await newOwner(server, 'customer');
    const manager = await newColleague(server, owner.organization, 'manager');
    expect(codeOf(await invite(manager, { ...invited(), role: 'owner' }))).toBe('organizations/role-above-own');
    const { id } = (await invite(owner, { ...invited(), role: 'owner' })).body;
    expect(codeOf(await inviteAgain(manager, id))).toBe('organizations/role-above-own');
  });

  test('what is wrong is told at its field, and nobody is mailed', async () => {
    const owner = await newOwner(server, 'customer');
    const answer = await invite(owner, invited({ mail: 'nowhere', name: '' }));
    expect(answer.body.errors).toMatchObject([{ pointer: '/name' }, { pointer: '/mail' }]);
    expect(await waiting(owner)).toEqual([]);
  });

  test("another organization's invitation reads like none", async () => {
    const [owner, other] = [await newOwner(server, 'customer'), await newOwner(server, 'customer')];
    const { id } = (await invite(owner, invited())).body;
    expect([(await inviteAgain(other, id)).status, (await withdraw(other, id)).status]).toEqual([404, 404]);
    expect(await waiting(owner)).toHaveLength(1);
  });

  test(`one is sent at most ${sendingsOfOneMax} times an hour besides the first`, async () => {
    const owner = await newOwner(server, 'customer');
    const { id } = (await invite(owner, invited())).body;
    const answers = await Promise.all(Array.from({ length: sendingsOfOneMax + 1 }, () => inviteAgain(owner, id)));
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([...Array(sendingsOfOneMax).fill(204), 429]);
    server.clock.move(3_600_001);
    const later = await newColleague(server, owner.organization, 'owner');
    expect((await inviteAgain(later, id)).status).toBe(204);
  });

  test(`an organization sends at most ${sendingsMax} an hour, those to first owners counted; the maker is not held up`, async () => {
    const dealer = await newOwner(server, 'dealer');
    const sent = Array.from({ length: sendingsMax - 1 }, () => server.app.clock.now());
    const counter = { site_id: sixthSite, purpose: 'invitations-sent', failed_at: sent };
    const operator = await newOwner(server, 'maker');
    for (const { organization } of [dealer, operator])
      await server.app.db
        .insertInto('try_counters')
        .values({ ...counter, subject: insideId(organization) })
        .execute();
    await makeBelow(dealer, 'customer');
    expect((await invite(dealer, invited())).status).toBe(429);
    const below = await dealer.create(`${dealer.path}/organizations`, {
      kind: 'customer',
      name: '見本',
      owner: invited(),
    });
    expect(below.status).toBe(429);
    expect((await dealer.call('GET', `${dealer.path}/organizations`)).body.total).toBe(1);
    for (let time = 0; time < 2; time += 1) expect((await invite(operator, invited())).status).toBe(201);
  });

  test(`at most ${openInvitationsMax} wait, asked one by one or at once`, async () => {
    const owner = await newOwner(server, 'customer');
    const { id } = (await invite(owner, invited())).body;
    const { db } = server.app;
    const row = await db
      .selectFrom('invitations')
      .selectAll()
      .where('id', '=', String(id).slice(4))
      .executeTakeFirstOrThrow();
    const more = Array.from({ length: openInvitationsMax - 2 }, (_, at) => ({
      ...row,
      id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      secret_hash: randomBytes(32),
    }));
    await db.insertInto('invitations').values(more).execute();
    const answers = await Promise.all([invite(owner, invited()), invite(owner, invited())]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(codeOf(answers.find(({ status }) => status === 409) ?? { body: {} })).toBe(
      'organizations/too-many-invitations',
    );
  });
});
