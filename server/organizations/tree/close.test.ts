import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import {
  codeOf,
  everybodysPassword,
  invited,
  makeBelow,
  newColleague,
  newOwner,
  withDealers,
  type Colleague,
} from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { insideId } from '../../kernel/ids.ts';

let server: TestServer;
let operator: Colleague;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
  operator = await newOwner(server, 'maker');
});
afterAll(() => server.close());

const seen = async (by: Colleague) => {
  const { items } = (await by.call('GET', `${by.path}/organizations?pageSize=100`)).body as {
    items?: { id: string }[];
  };
  return (items ?? []).map(({ id }) => id).toSorted();
};
const preview = (id: string, successor?: string) =>
  operator.call(
    'GET',
    `${operator.path}/organizations/${id}/closing${successor === undefined ? '' : `?successor=${successor}`}`,
  );
const close = (id: string, seenBelow: number, successor: string | null = null) =>
  operator.call('POST', `${operator.path}/organizations/${id}/closing`, {
    successor,
    seen: seenBelow,
    reason: '廃業のため',
  });
const isIn = async (who: Colleague) => (await who.call('GET', '/session')).status === 200;
const parentOf = async (id: string) => {
  const row = await server.app.db
    .selectFrom('organizations')
    .select(['parent_id', 'closed_at'])
    .where('id', '=', insideId(id))
    .executeTakeFirstOrThrow();
  return row.parent_id && `org_${row.parent_id}`;
};

/** A dealer with a customer and a sub-dealer, under a dealer of its own. */
async function newTree() {
  const top = await newOwner(server, 'dealer', '見本本店');
  const dealer = await newColleague(server, await makeBelow(top, 'dealer', { name: '見本販売' }), 'owner');
  const customer = await newColleague(server, await makeBelow(dealer, 'customer', { name: '見本の家' }), 'owner');
  const sub = await newColleague(server, await makeBelow(dealer, 'dealer', { name: '見本二次店' }), 'owner');
  return { top, dealer, customer, sub };
}

describe('P-15a a dealer that closes', () => {
  test('passes all below it to the successor; its people are out, its grants over, nothing is orphaned', async () => {
    const { dealer, customer, sub } = await newTree();
    const heir = await newOwner(server, 'dealer', '見本商会');
    const colleague = await newColleague(server, dealer.organization, 'member');
    const open = await dealer.create(`${dealer.path}/invitations`, { ...invited(), role: 'viewer' });
    expect((await preview(dealer.organization, heir.organization)).body).toEqual({
      dealers: 1,
      customers: 1,
      users: 2,
      grants: 3,
      heir: '見本商会',
      words: [],
    });
    const events = await eventsCausedBy(server.app, async () => {
      expect((await close(dealer.organization, 2, heir.organization)).status).toBe(204);
      expect((await close(dealer.organization, 2, heir.organization)).status).toBe(404);
    });
    expect(events).toEqual(['organization.closed', 'organization.passed-on', 'organization.passed-on']);
    expect([await isIn(dealer), await isIn(colleague)]).toEqual([false, false]);
    const again = await dealer.call('POST', '/session', { loginId: dealer.loginId, password: everybodysPassword });
    expect(again.status).toBe(401);
    expect(await seen(heir)).toEqual([customer.organization, sub.organization].toSorted());
    expect([await isIn(customer), await isIn(sub)]).toEqual([true, true]);
    expect(await parentOf(customer.organization)).toBe(heir.organization);
    const waiting = await server.app.db
      .selectFrom('invitations')
      .select('ended_at')
      .where('id', '=', insideId(String(open.body.id)))
      .executeTakeFirstOrThrow();
    expect(waiting.ended_at).not.toBeNull();
  });

  test('everybody concerned is mailed: its people, those passed on, and the successor', async () => {
    const { dealer, customer } = await newTree();
    const heir = await newOwner(server, 'dealer', '見本商会');
    await close(dealer.organization, 2, heir.organization);
    await server.mail.waitFor((one) => one.to === dealer.mail && one.subject.includes('閉鎖されました'));
    for (const to of [customer.mail, heir.mail]) {
      const mail = await server.mail.waitFor((one) => one.to === to && one.text.includes('見本の家'));
      expect(mail.text).toContain('今後の担当: 見本商会');
    }
  });

  test('without a successor all goes to the dealer above, and from the top to the maker', async () => {
    const { top, dealer, customer, sub } = await newTree();
    await close(dealer.organization, 2);
    expect(await seen(top)).toEqual([customer.organization, sub.organization].toSorted());
    await close(top.organization, 2);
    expect([await parentOf(customer.organization), await parentOf(sub.organization)]).toEqual([null, null]);
    expect((await seen(operator)).includes(customer.organization)).toBe(true);
  });

  test('a successor out of those below goes up itself and takes its siblings', async () => {
    const { top, dealer, customer, sub } = await newTree();
    expect((await close(dealer.organization, 2, sub.organization)).status).toBe(204);
    expect(await parentOf(sub.organization)).toBe(top.organization);
    expect(await parentOf(customer.organization)).toBe(sub.organization);
  });

  test.each([
    ['itself', 'organizations/successor-kind'],
    ['a customer', 'organizations/successor-kind'],
    ['one below one below', 'organizations/successor-below'],
    ['nobody', 'platform/not-found'],
  ] as const)('%s as the successor: refused, and nothing happens', async (which, code) => {
    const { dealer, customer, sub } = await newTree();
    const lower = await makeBelow(sub, 'dealer');
    const successor = {
      itself: dealer.organization,
      'a customer': customer.organization,
      'one below one below': lower,
      nobody: 'org_00000000-0000-7000-8000-000000000000',
    }[which];
    const events = await eventsCausedBy(server.app, async () => {
      expect(codeOf(await close(dealer.organization, 2, successor))).toBe(code);
      expect(codeOf(await preview(dealer.organization, successor))).toBe(code);
    });
    expect(events).toEqual([]);
    expect(await isIn(dealer)).toBe(true);
  });

  test('when what stands below has changed since the preview, nothing happens', async () => {
    const { dealer } = await newTree();
    expect(codeOf(await close(dealer.organization, 1))).toBe('organizations/changed-since-preview');
    expect(await isIn(dealer)).toBe(true);
  });
});

describe('P-15a an owner closes the own organization', () => {
  const closeOwn = (who: Colleague, below: number, password = everybodysPassword) =>
    who.call('POST', `${who.path}/closing`, { seen: below, reason: '廃業のため', password });

  test('with the present password; what stood below goes up', async () => {
    const { top, dealer, customer } = await newTree();
    expect((await dealer.call('GET', `${dealer.path}/closing`)).body).toMatchObject({ dealers: 1, heir: '見本本店' });
    expect(codeOf(await closeOwn(dealer, 2, 'not mine'))).toBe('accounts/present-password-wrong');
    expect((await closeOwn(dealer, 2)).status).toBe(204);
    expect(await isIn(dealer)).toBe(false);
    expect(await parentOf(customer.organization)).toBe(top.organization);
  });

  test('the maker is never closed', async () => {
    expect((await operator.call('GET', `${operator.path}/closing`)).status).toBe(403);
    expect((await close(operator.organization, 0)).status).toBe(404);
  });
});

describe('P-15a at the same time', () => {
  test('closing and inviting, making and accepting: nobody is left in a closed organization', async () => {
    for (let round = 0; round < 4; round += 1) {
      const dealer = await newOwner(server, 'dealer');
      const owner = invited();
      const invitation = { ...invited(), role: 'viewer' };
      await Promise.all([
        close(dealer.organization, 0),
        dealer.create(`${dealer.path}/invitations`, invitation),
        dealer.create(`${dealer.path}/organizations`, { kind: 'customer', name: '見本', owner }),
      ]);
      const id = insideId(dealer.organization);
      const { db } = server.app;
      const { closed_at: closedAt } = await db
        .selectFrom('organizations')
        .select('closed_at')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const left = await db
        .selectFrom('invitations')
        .select('id')
        .where('organization_id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
      const orphans = await db
        .selectFrom('organizations')
        .select('id')
        .where('parent_id', '=', id)
        .where('closed_at', 'is', null)
        .execute();
      expect(closedAt === null ? [] : [...left, ...orphans]).toEqual([]);
    }
  });

  test('two dealers that name each other as successor: one closes, its organizations stay with the other', async () => {
    const [one, two] = [await newOwner(server, 'dealer'), await newOwner(server, 'dealer')];
    const customer = await makeBelow(one, 'customer');
    const answers = await Promise.all([
      close(one.organization, 1, two.organization),
      close(two.organization, 0, one.organization),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    const [open] = (await isIn(one)) ? [one] : [two];
    expect(await parentOf(customer)).toBe(open?.organization);
  });
});
