import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { scopes } from '../../domain/api-keys/scopes.ts';
import { activeKeysMax } from '../../domain/api-keys/wish.ts';
import { refusedWhileActing, type Permission } from '../../domain/accounts/permissions.ts';
import { apiKeyOf, makeApiKey, withKey } from '../../tools/test/api-keys.ts';
import { faultsOf } from '../../tools/test/devices.ts';
import { everySite, withEverySite } from '../../tools/test/every-capability.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import {
  codeOf,
  everybodysPassword,
  newColleague,
  newOrganization,
  type Colleague,
} from '../../tools/test/organizations.ts';
import { person } from '../../tools/test/person.ts';
import { fillPath } from '../../tools/test/routes.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { allRoutes } from '../capabilities.ts';
import { daysMs, minutesMs } from '../kernel/clock.ts';
import { insideId } from '../kernel/ids.ts';

let server: TestServer;
let owner: Colleague;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withEverySite, startAt: new Date('2026-11-20T01:00:00Z') });
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.move(minutesMs + 1);
  owner = await newColleague(server, await newOrganization(server, 'dealer', '見本販売', everySite), 'owner', {
    siteId: everySite,
  });
});

const program = (token: string, site = everySite) => withKey(server, token, site);
const everything = allRoutes.filter(({ route }) => route.access !== 'public');

describe('P-24 an API key', () => {
  test('is made with the password, shown once, kept as a hash, and the owners are told', async () => {
    const wish = { name: ' 夜間集計 ', scopes: ['devices:read'], endsAt: null };
    const wrong = await owner.create(`${owner.path}/api-keys`, { ...wish, password: 'not the password at all' });
    expect(codeOf(wrong)).toBe('accounts/present-password-wrong');
    let token = '';
    const events = await eventsCausedBy(server.app, async () => {
      token = (await makeApiKey(owner, ['devices:read'], { name: ' 夜間集計 ' })).token;
    });
    expect(events).toEqual(['api-keys.made']);
    expect(token).toMatch(/^engawa_[\w-]{43}$/);
    const { text, body } = await owner.call('GET', `${owner.path}/api-keys`);
    expect(text).not.toContain(token);
    expect(body).toMatchObject({
      total: 1,
      items: [
        { name: '夜間集計', begins: token.slice(0, 11), state: 'active', scopes: ['devices:read'], lastUsedAt: null },
      ],
    });
    const kept = JSON.stringify(await server.app.db.selectFrom('api_keys').selectAll().execute());
    expect(kept).not.toContain(token.slice(12));
    const mail = await server.mail.waitFor((one) => one.to === owner.mail && one.subject.includes('API キーが作成'));
    expect(mail.text).toContain('夜間集計');
    expect(mail.text).not.toContain(token);
  });

  test('does what its scopes say, without cookies and from any origin, and nothing else', async () => {
    const { token } = await makeApiKey(owner, ['devices:read', 'devices:write']);
    const read = await program(token).call('GET', `${owner.path}/devices`, undefined, {
      origin: 'https://erp.example',
    });
    expect(read.status).toBe(200);
    const groups = await program(token).create(`${owner.path}/device-groups`, { name: '本社', devices: [] });
    expect(groups.status).toBe(201);
    expect(groups.headers.getSetCookie()).toEqual([]);
    expect(codeOf(await program(token).call('GET', `${owner.path}/alarms`))).toBe('platform/not-with-key');
    expect(codeOf(await program(token).call('GET', `${owner.path}/members`))).toBe('platform/not-with-key');
    const other = await newOrganization(server, 'dealer', '別会社', everySite);
    expect(codeOf(await program(token).call('GET', `/organizations/${other}/devices`))).toBe('platform/not-found');
  });

  test('says whose it is to the program that has it, and to nobody else', async () => {
    const { token, id } = await makeApiKey(owner, ['devices:read', 'alarms:write']);
    const { body } = await program(token).call('GET', '/api-key');
    expect(body).toEqual({
      id,
      name: '集計',
      organization: owner.organization,
      kind: 'dealer',
      scopes: ['devices:read', 'alarms:write'],
      endsAt: null,
    });
    expect(codeOf(await owner.call('GET', '/api-key'))).toBe('platform/not-found');
  });

  test('is nothing at another site, nor with another character, nor as a cookie', async () => {
    const { token } = await makeApiKey(owner, ['devices:read']);
    const last = token.endsWith('A') ? 'B' : 'A';
    for (const [asked, site] of [
      [token, 'energy'],
      [token.slice(0, -1) + last, everySite],
      [token.toUpperCase(), everySite],
    ] as const)
      expect(codeOf(await program(asked, site).call('GET', `${owner.path}/devices`))).toBe('platform/not-logged-in');
    const browser = person(server.url, everySite);
    browser.cookies.set(`__Host-${everySite}`, token);
    expect((await browser.call('GET', `${owner.path}/devices`)).status).toBe(401);
  });

  test('never opens what decides who gets in or who may do what, whatever its scopes: a sweep over all routes', async () => {
    const { token } = await makeApiKey(owner, await allScopes());
    const things = ['devices:transfer', 'maintenance-addresses:change', 'maintenance-links:manage'];
    const beyond = everything.filter(
      ({ route }) =>
        (refusedWhileActing.includes(route.access as Permission) && !things.includes(route.access)) ||
        (route.access === 'session' && !route.openToKeys),
    );
    expect(beyond.length).toBeGreaterThanOrEqual(50);
    const events = await eventsCausedBy(server.app, async () => {
      for (const { route } of beyond) {
        const asked = await program(token).call(route.method.toUpperCase(), fillPath(route.path, owner.organization));
        expect([route.operationId, codeOf(asked)]).toEqual([route.operationId, 'platform/not-with-key']);
      }
    });
    expect(events).toEqual([]);
  });

  test('is a stranger to what is open to everybody: it logs nobody out and sets no password', async () => {
    const { token } = await makeApiKey(owner, await allScopes());
    await program(token).call('DELETE', '/session');
    expect((await program(token).call('GET', `${owner.path}/devices`)).status).toBe(200);
    expect((await owner.call('GET', '/session')).status).toBe(200);
  });

  const allScopes = async () => (await owner.call('GET', `${owner.path}/api-keys`)).body['scopes'] as string[];

  test('stands in every event that it causes, and each call is counted under it', async () => {
    const { token, id } = await makeApiKey(owner, ['devices:read', 'devices:write']);
    await program(token).create(`${owner.path}/device-groups`, { name: '支社', devices: [] });
    await program(token).call('GET', `${owner.path}/devices`);
    await program(token).call('GET', `${owner.path}/devices`);
    await program(token).call('GET', `${owner.path}/alarms`);
    const made = await server.app.db
      .selectFrom('events')
      .select(['actor_kind', 'actor_id', 'organization_id'])
      .where('what', 'like', 'device-groups.%')
      .where('organization_id', '=', insideId(owner.organization))
      .execute();
    expect(made).toEqual([
      { actor_kind: 'key', actor_id: insideId(id), organization_id: insideId(owner.organization) },
    ]);
    const { body } = await owner.call('GET', `${owner.path}/api-keys/${id}`);
    const uses = (body['uses'] as { operation: string; calls: number; lastAddress: string }[]).map(
      ({ operation, calls }) => `${operation} ${calls}`,
    );
    expect(uses.toSorted()).toEqual(['createDeviceGroup 1', 'listAlarms 1', 'listDevices 2']);
    expect(body).toMatchObject({ lastUsedAt: server.app.clock.now().toISOString() });
  });

  test('of two with one Idempotency-Key each gets its own: another key is another caller', async () => {
    const tokens = [
      (await makeApiKey(owner, ['devices:write'])).token,
      (await makeApiKey(owner, ['devices:write'])).token,
    ];
    const header = { 'idempotency-key': 'the-same-for-both' };
    const send = (token: string, name: string) =>
      program(token).call('POST', `${owner.path}/device-groups`, { name, devices: [] }, header);
    const [first, twin, second] = [
      await send(tokens[0] ?? '', '一'),
      await send(tokens[0] ?? '', '一'),
      await send(tokens[1] ?? '', '二'),
    ];
    expect([first.status, twin.text, second.status]).toEqual([201, first.text, 201]);
    expect(second.body['id']).not.toBe(first.body['id']);
  });

  test('may do no more than its maker could today', async () => {
    const { token } = await makeApiKey(owner, ['devices:read', 'devices:write']);
    const group = () =>
      program(token).create(`${owner.path}/device-groups`, { name: `課${Math.random()}`, devices: [] });
    expect((await group()).status).toBe(201);
    const second = await newColleague(server, owner.organization, 'owner', { siteId: everySite });
    await second.call('PATCH', `${owner.path}/members/${owner.id}`, { role: 'viewer' });
    expect(codeOf(await group())).toBe('platform/not-with-key');
    expect((await program(token).call('GET', `${owner.path}/devices`)).status).toBe(200);
  });

  test('is refused at its fields: no name, no scope, one beyond the maker, an end that is over or too far', async () => {
    const make = (more: Record<string, unknown>) =>
      owner.create(`${owner.path}/api-keys`, {
        name: '集計',
        scopes: ['devices:read'],
        endsAt: null,
        password: everybodysPassword,
        ...more,
      });
    const now = server.app.clock.now().getTime();
    expect(faultsOf(await make({ name: '　 ', scopes: [] }))).toEqual([
      '/name api-keys/name-missing',
      '/scopes api-keys/scopes-missing',
    ]);
    expect(faultsOf(await make({ scopes: ['activation-keys:write'] }))).toEqual(['/scopes api-keys/scope-beyond']);
    expect(faultsOf(await make({ endsAt: new Date(now).toISOString() }))).toEqual(['/endsAt api-keys/ends-past']);
    const far = new Date(now + 1_831 * daysMs).toISOString();
    expect(faultsOf(await make({ endsAt: far }))).toEqual(['/endsAt api-keys/ends-far']);
    expect((await make({ scopes: ['devices:all'] })).status).toBe(400);
  });

  test(`there are at most ${activeKeysMax} at a time`, async () => {
    const first = await makeApiKey(owner, ['devices:read']);
    const row = await server.app.db
      .selectFrom('api_keys')
      .selectAll()
      .where('id', '=', insideId(first.id))
      .executeTakeFirstOrThrow();
    const others = Array.from({ length: activeKeysMax - 1 }, (_, at) => ({
      ...row,
      id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      token_hash: Buffer.from(`${owner.id}${at}`),
    }));
    await server.app.db.insertInto('api_keys').values(others).execute();
    await expect(makeApiKey(owner, ['devices:read'])).rejects.toThrow('api-keys/too-many');
    await owner.call('DELETE', `${owner.path}/api-keys/${first.id}`);
    expect((await makeApiKey(owner, ['devices:read'])).token).toBeTruthy();
  });
});

describe('P-24 a key is over at the same instant', () => {
  test.each<[string, string, (id: string, second: Colleague) => Promise<unknown>]>([
    ['revoked', 'revoked', (id) => owner.call('DELETE', `${owner.path}/api-keys/${id}`)],
    ['its maker removed', 'stopped', (_, second) => second.call('DELETE', `${owner.path}/members/${owner.id}`)],
    [
      'its organization closed',
      'stopped',
      () => owner.call('POST', `${owner.path}/closing`, { seen: 0, reason: '終了', password: everybodysPassword }),
    ],
    ['at its end', 'ended', async () => server.clock.move(7 * daysMs)],
  ])('%s', async (_, state, end) => {
    const second = await newColleague(server, owner.organization, 'owner', { siteId: everySite });
    const endsAt = new Date(server.app.clock.now().getTime() + 7 * daysMs).toISOString();
    const { token, id } = await makeApiKey(owner, [...(await useful())], { endsAt });
    expect((await program(token).call('GET', `${owner.path}/devices`)).status).toBe(200);
    await end(id, second);
    for (const { route } of everything.slice(0, 100)) {
      const asked = await program(token).call(route.method.toUpperCase(), fillPath(route.path, owner.organization));
      expect([route.operationId, codeOf(asked)]).toEqual([route.operationId, 'platform/not-logged-in']);
    }
    expect(await apiKeyOf(server, id)).toBe(state);
  });
  const useful = async () => (await owner.call('GET', `${owner.path}/api-keys`)).body['scopes'] as string[];

  test('a stream of live updates with a key ends when it is revoked', async () => {
    const { token, id } = await makeApiKey(owner, ['alarms:read']);
    const watched = await fetch(`${server.url}/api/${everySite}${owner.path}/live?topics=alarms`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(watched.status).toBe(200);
    const said = watched.text();
    await owner.call('DELETE', `${owner.path}/api-keys/${id}`);
    expect(await said).toContain('session-over');
  });

  test('revoking again, or a key of others, changes nothing', async () => {
    const { id } = await makeApiKey(owner, ['devices:read']);
    const other = await newColleague(server, await newOrganization(server, 'dealer', '別会社', everySite), 'owner', {
      siteId: everySite,
    });
    expect(codeOf(await other.call('DELETE', `${other.path}/api-keys/${id}`))).toBe('platform/not-found');
    expect((await owner.call('DELETE', `${owner.path}/api-keys/${id}`)).status).toBe(204);
    expect(codeOf(await owner.call('DELETE', `${owner.path}/api-keys/${id}`))).toBe('api-keys/over');
  });
});

test('P-24 one key is asked from at most 600 times a minute, from wherever', async () => {
  const { token } = await makeApiKey(owner, ['devices:read']);
  const other = await makeApiKey(owner, ['devices:read']);
  const statuses: number[] = [];
  for (let round = 0; round < 61; round += 1) {
    const some = await Promise.all(Array.from({ length: 10 }, () => program(token).call('GET', '/api-key')));
    statuses.push(...some.map(({ status }) => status));
  }
  expect([statuses.filter((one) => one === 200).length, statuses.filter((one) => one === 429).length]).toEqual([
    600, 10,
  ]);
  expect((await program(other.token).call('GET', '/api-key')).status).toBe(200);
});

test('P-24 every scope is of use to somebody at a site that offers everything', async () => {
  const kinds = await Promise.all(
    (['maker', 'dealer', 'customer'] as const).map(async (kind) => {
      const organization = await newOrganization(server, kind, '見本', everySite);
      const someone = await newColleague(server, organization, 'owner', { siteId: everySite });
      return (await someone.call('GET', `${someone.path}/api-keys`)).body['scopes'] as string[];
    }),
  );
  const offered = new Set(kinds.flat());
  const reads = scopes.filter(
    (scope) => scope.endsWith(':read') && scope !== 'customers:read' && scope !== 'notices:read',
  );
  expect(reads.filter((scope) => !offered.has(scope))).toEqual([]);
});
