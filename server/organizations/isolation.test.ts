import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  codeOf,
  everybodysPassword,
  invited,
  makeBelow,
  newColleague,
  newOwner,
  withDealers,
  type Colleague,
} from '../../tools/test/organizations.ts';
import { fillPath } from '../../tools/test/routes.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { acting } from '../acting/descriptor.ts';
import { exportRoutes } from '../exports/routes.ts';
import { newId } from '../kernel/ids.ts';
import { organizations } from './descriptor.ts';

const canary = 'カナリア';
/** What stands in the path beside the caller's own organization. */
const objects = ['other', 'user', 'invitation', 'grant', 'acting'] as const;
type Objects = Record<(typeof objects)[number], string>;

let server: TestServer;
let theirs: Objects;
let actors: Record<string, Colleague>;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
  // The dealer's own name is known to who stands below it; its customer's is not.
  const dealer = await newOwner(server, 'dealer', '見本販売');
  const customer = await newColleague(server, await makeBelow(dealer, 'customer', { name: `${canary}の家` }), 'owner');
  await newColleague(server, customer.organization, 'member');
  const invitation = await customer.create(`${customer.path}/invitations`, {
    ...invited({ name: canary }),
    role: 'viewer',
  });
  const begun = await dealer.create(`${dealer.path}/acting`, { of: customer.organization, reason: canary });
  const operator = await newOwner(server, 'maker');
  const seen = await operator.call('GET', `${operator.path}/organizations/${customer.organization}`);
  const grants = seen.body.grants as { id: string }[];
  theirs = {
    other: customer.organization,
    user: customer.id,
    invitation: String(invitation.body.id),
    grant: grants[0]?.id ?? '',
    acting: String(begun.body.id),
  };
  const otherDealer = await newOwner(server, 'dealer');
  actors = {
    'another dealer': otherDealer,
    'a sub-dealer': await newColleague(server, await makeBelow(await freshOwnerOf(dealer), 'dealer'), 'owner'),
    'another customer': await newColleague(server, await makeBelow(otherDealer, 'customer'), 'owner'),
  };
});
afterAll(() => server.close());

/** The dealer above acts for its customer in its own session. */
const freshOwnerOf = ({ organization }: Colleague) => newColleague(server, organization, 'owner');

const routes = [...organizations.routes, ...acting.routes].filter(({ access }) => access !== 'public');
const onObjects = routes.filter(({ path }) => objects.some((name) => path.includes(`{${name}}`)));
/** Bodies that would be taken; a route that needs one and is not here fails below. */
const bodies: Record<string, unknown> = {
  changeRole: { role: 'viewer' },
  moveOrganization: { parent: null, reason: '変更' },
  closeOrganization: { successor: null, seen: 0, reason: '終了' },
  giveGrant: { to: `org_${newId()}`, rights: ['list'], until: null },
};

const pathOf = (route: { path: string }, organization: string, of: Objects) =>
  fillPath(
    objects.reduce((path, name) => path.replace(`{${name}}`, of[name]), route.path),
    organization,
  );
const unknown = (): Objects => ({
  other: `org_${newId()}`,
  user: `usr_${newId()}`,
  invitation: `inv_${newId()}`,
  grant: `grt_${newId()}`,
  acting: `act_${newId()}`,
});

test('P-02 every route on one of these things is asked, each with a body that would be taken', () => {
  expect(onObjects.length).toBeGreaterThanOrEqual(11);
  const bare = onObjects.filter(({ body, operationId }) => body && !(operationId in bodies));
  expect(bare.map(({ operationId }) => operationId)).toEqual([]);
});

describe.each(['another dealer', 'a sub-dealer', 'another customer'])('P-02 to %s', (who) => {
  test.each(onObjects.map((route) => [route.operationId, route] as const))(
    '%s: theirs reads like nobody’s',
    async (_, route) => {
      const by = actors[who] as Colleague;
      const ask = async (of: Objects) => {
        const headers = route.idempotent ? { 'idempotency-key': newId() } : {};
        const path = pathOf(route, by.organization, of);
        const answer = await by.call(route.method.toUpperCase(), path, bodies[route.operationId], headers);
        return { status: answer.status, text: answer.text.replace(/"requestId":"[^"]*"/, '') };
      };
      const answer = await ask(theirs);
      expect(answer).toEqual(await ask(unknown()));
      expect([403, 404]).toContain(answer.status);
    },
  );

  test('bodies and filters that name theirs read like those that name nobody’s', async () => {
    const by = actors[who] as Colleague;
    const ask = async ({ other, user }: Objects) => {
      const answers = [
        await by.create(`${by.path}/acting`, { of: other, reason: '確認' }),
        await by.call('POST', `${by.path}/hand-over`, { user, password: everybodysPassword }),
        await by.call('GET', `${by.path}/organizations?parent=${other}`),
      ];
      return answers.map((answer) => [answer.status, codeOf(answer), answer.body.total]);
    };
    expect(await ask(theirs)).toEqual(await ask(unknown()));
  });

  test('no list and no file shows anything of theirs', async () => {
    const by = actors[who] as Colleague;
    const lists = [
      ...routes,
      ...exportRoutes([...(organizations.exporters ?? []), ...(acting.exporters ?? [])]),
    ].filter(({ method, path }) => method === 'get' && !objects.some((name) => path.includes(`{${name}}`)));
    expect(lists.length).toBeGreaterThanOrEqual(9);
    for (const route of lists) {
      const { text } = await by.call(
        'GET',
        fillPath(route.path, by.organization) + (route.path.includes('/exports/') ? '?format=csv' : ''),
      );
      expect({ route: route.operationId, shown: text.includes(canary) }).toEqual({
        route: route.operationId,
        shown: false,
      });
    }
  });
});

test('P-02 none of that changed anything of theirs', async () => {
  const rows = await server.app.db
    .selectFrom('users')
    .select(['role', 'ended_at'])
    .where('id', '=', theirs.user.slice(4))
    .execute();
  expect(rows).toEqual([{ role: 'owner', ended_at: null }]);
});
