import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import {
  invited,
  makeBelow,
  newColleague,
  newOwner,
  withDealers,
  type Colleague,
} from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { newId } from '../../kernel/ids.ts';

let server: TestServer;
let operator: Colleague;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
  operator = await newOwner(server, 'maker');
});
afterAll(() => server.close());

type Item = { id: string; name: string; users: number | null; parent: { id: string } | null };
const listed = async (by: Colleague, query = '') => {
  const answer = await by.call('GET', `${by.path}/organizations?pageSize=100${query}`);
  return (answer.body.items ?? []) as Item[];
};
const seen = async (by: Colleague) => (await listed(by)).map(({ id }) => id);
const look = (by: Colleague, other: string) => by.call('GET', `${by.path}/organizations/${other}`);
const type = (answer: { body: Record<string, unknown> }) => answer.body.type;

/** A dealer with a customer and a sub-dealer, which has a sub-dealer and a customer of its own. */
async function newTree() {
  const dealer = await newOwner(server, 'dealer', '見本販売');
  const customer = await makeBelow(dealer, 'customer');
  const sub = await newColleague(server, await makeBelow(dealer, 'dealer', { name: '見本二次店' }), 'owner');
  const subCustomer = await makeBelow(sub, 'customer');
  const subSub = await newColleague(server, await makeBelow(sub, 'dealer'), 'owner');
  return { dealer, customer, sub, subCustomer, subSub };
}

describe('P-15a the tree alone shows nothing, grants do', () => {
  test('at any depth each sees what was granted to it and nothing beyond', async () => {
    const { dealer, customer, sub, subCustomer, subSub } = await newTree();
    let lowest = subSub;
    for (let depth = 0; depth < 6; depth += 1)
      lowest = await newColleague(server, await makeBelow(lowest, 'dealer'), 'owner');
    expect((await seen(dealer)).toSorted()).toEqual([customer, sub.organization].toSorted());
    expect((await seen(sub)).toSorted()).toEqual([subCustomer, subSub.organization].toSorted());
    expect(await seen(lowest)).toEqual([]);
    const all = await seen(operator);
    for (const one of [dealer.organization, customer, sub.organization, subCustomer, lowest.organization])
      expect(all).toContain(one);
  });

  test.each(['customer of a sub-dealer', 'dealer above', 'nobody'] as const)(
    '%s reads like one that is not there',
    async (which) => {
      const { dealer, sub, subCustomer } = await newTree();
      const [by, other] =
        which === 'customer of a sub-dealer'
          ? [dealer, subCustomer]
          : which === 'dealer above'
            ? [sub, dealer.organization]
            : [dealer, `org_${newId()}`];
      const there = await look(by, other);
      const nowhere = await look(by, `org_${newId()}`);
      expect([there.status, type(there)]).toEqual([404, '/problems/platform/not-found']);
      expect({ ...there.body, requestId: '' }).toEqual({ ...nowhere.body, requestId: '' });
    },
  );

  test('users are counted only where the data may be read', async () => {
    const { dealer, customer, sub } = await newTree();
    const users = new Map((await listed(dealer)).map((item) => [item.id, item.users]));
    expect([users.get(customer), users.get(sub.organization)]).toEqual([0, null]);
  });

  test('a grant of an operator shows an organization at once, its end hides it at once, and its owners are mailed', async () => {
    const other = await newOwner(server, 'dealer');
    const customer = await newOwner(server, 'customer', '見本工業');
    expect((await other.call('GET', `${other.path}/organizations`)).status).toBe(200);
    let grant = '';
    const events = await eventsCausedBy(server.app, async () => {
      const given = await operator.create(`${operator.path}/organizations/${customer.organization}/grants`, {
        to: other.organization,
        rights: ['list', 'read', 'act-as'],
        until: null,
      });
      grant = String(given.body.id);
      expect(await seen(other)).toEqual([customer.organization]);
      const again = await operator.create(`${operator.path}/organizations/${customer.organization}/grants`, {
        to: other.organization,
        rights: ['list'],
        until: null,
      });
      expect([again.status, type(again)]).toEqual([409, '/problems/organizations/grant-there']);
      const end = () =>
        operator.call('DELETE', `${operator.path}/organizations/${customer.organization}/grants/${grant}`);
      expect((await end()).status).toBe(204);
      expect(await seen(other)).toEqual([]);
      expect((await end()).status).toBe(404);
    });
    expect(events).toEqual(['grant.given', 'grant.ended']);
    const mails = await Promise.all([
      server.mail.waitFor((one) => one.to === customer.mail && one.subject.includes('担当できる')),
      server.mail.waitFor((one) => one.to === customer.mail && one.subject.includes('担当が終了')),
    ]);
    expect(mails[0]?.text).toContain('代理での操作');
  });

  test('a grant with an end is over from that instant on', async () => {
    const other = await newOwner(server, 'dealer');
    const customer = await newOwner(server, 'customer');
    const until = new Date(server.app.clock.now().getTime() + 600_000);
    await operator.create(`${operator.path}/organizations/${customer.organization}/grants`, {
      to: other.organization,
      rights: ['list'],
      until: until.toISOString(),
    });
    const past = await operator.create(`${operator.path}/organizations/${customer.organization}/grants`, {
      to: other.organization,
      rights: ['list'],
      until: server.app.clock.now().toISOString(),
    });
    expect(past.body.errors).toEqual([expect.objectContaining({ pointer: '/until' })]);
    server.clock.move(599_000);
    expect(await seen(other)).toEqual([customer.organization]);
    server.clock.move(1_001);
    expect(await seen(other)).toEqual([]);
  });
});

describe('P-15a who makes what', () => {
  test('a dealer makes only what the site says, always below itself; the first owner is invited', async () => {
    const dealer = await newOwner(server, 'dealer');
    const owner = invited();
    const elsewhere = await newOwner(server, 'dealer');
    const events = await eventsCausedBy(server.app, async () => {
      const body = { kind: 'customer', name: '見本の家', parent: elsewhere.organization, owner };
      const made = await dealer.create(`${dealer.path}/organizations`, body);
      expect(made.status).toBe(201);
      const read = await look(dealer, String(made.body.id));
      expect(read.body).toMatchObject({ name: '見本の家', kind: 'customer', users: 0, mayActAs: true });
    });
    expect(events).toEqual(['organization.created', 'invitation.sent']);
    expect((await server.mail.waitFor((one) => one.to === owner.mail)).text).toContain('/invitation#');
    expect(await seen(elsewhere)).toEqual([]);
  });

  test('wrong input is told at its field, and nothing is made', async () => {
    const dealer = await newOwner(server, 'dealer');
    const made = await dealer.create(`${dealer.path}/organizations`, {
      kind: 'customer',
      name: ' ',
      country: 'XX',
      owner: invited({ mail: 'nowhere', name: '' }),
    });
    expect(made.status).toBe(422);
    const pointers = (made.body.errors as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers.toSorted()).toEqual(['/country', '/name', '/owner/mail', '/owner/name']);
    expect(await seen(dealer)).toEqual([]);
  });

  test.each([
    ['member', 403],
    ['viewer', 403],
  ] as const)('a %s makes none', async (role, status) => {
    const dealer = await newOwner(server, 'dealer');
    const colleague = await newColleague(server, dealer.organization, role);
    const body = { kind: 'customer', name: '見本', owner: invited() };
    expect((await colleague.create(`${colleague.path}/organizations`, body)).status).toBe(status);
  });
});

describe('P-15a moving', () => {
  const move = (id: string, parent: string | null) =>
    operator.call('PUT', `${operator.path}/organizations/${id}/parent`, { parent, reason: '担当の変更' });

  test('what the old parent got ends, the new one gets its own, and all below comes along', async () => {
    const { dealer, sub, subCustomer } = await newTree();
    const other = await newOwner(server, 'dealer');
    const events = await eventsCausedBy(server.app, async () => {
      expect((await move(sub.organization, other.organization)).status).toBe(204);
      expect((await move(sub.organization, other.organization)).status).toBe(204);
    });
    expect(events).toEqual(['organization.moved']);
    expect(await seen(other)).toEqual([sub.organization]);
    expect(await seen(dealer)).not.toContain(sub.organization);
    expect(await seen(sub)).toContain(subCustomer);
  });

  test.each([
    ['itself', 'below-itself'],
    ['one below it', 'below-itself'],
    ['a customer', 'parent-kind'],
    ['a closed dealer', 'parent-closed'],
  ] as const)('below %s it is refused: %s', async (which, code) => {
    const { dealer, customer, sub, subSub } = await newTree();
    const closed = await newOwner(server, 'dealer');
    await operator.call('POST', `${operator.path}/organizations/${closed.organization}/closing`, {
      successor: null,
      seen: 0,
      reason: '廃業',
    });
    const to = {
      itself: sub.organization,
      'one below it': subSub.organization,
      'a customer': customer,
      'a closed dealer': closed.organization,
    }[which];
    const answer = await move(sub.organization, to);
    expect(type(answer)).toBe(`/problems/organizations/${code}`);
    expect(await seen(dealer)).toContain(sub.organization);
  });

  test('two moves at once never make a circle', async () => {
    const [one, two] = [await newOwner(server, 'dealer'), await newOwner(server, 'dealer')];
    const answers = await Promise.all([
      move(one.organization, two.organization),
      move(two.organization, one.organization),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
  });
});
