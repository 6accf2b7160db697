import { stateOfKey } from '../../server/api-keys/state.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { codeOf, everybodysPassword, type Colleague } from './organizations.ts';
import { person, type Person } from './person.ts';
import type { TestServer } from './server.ts';

/** Makes an API key as an owner does. */
export async function makeApiKey(
  owner: Colleague,
  scopes: readonly string[],
  more: { name?: string; endsAt?: string | null } = {},
): Promise<{ id: string; token: string }> {
  const wish = { name: '集計', endsAt: null, ...more, scopes, password: everybodysPassword };
  const made = await owner.create(`${owner.path}/api-keys`, wish);
  if (made.status !== 201) throw new Error(`${codeOf(made)} ${made.text}`);
  return made.body as { id: string; token: string };
}

/** A program that has nothing but an API key. */
export function withKey({ url }: Pick<TestServer, 'url'>, token: string, site: string): Person {
  const someone = person(url, site);
  const call: Person['call'] = (method, path, body, headers = {}) =>
    someone.call(method, path, body, { ...headers, authorization: `Bearer ${token}` });
  const create: Person['create'] = (path, body) => call('POST', path, body, { 'idempotency-key': crypto.randomUUID() });
  return { call, create, cookies: someone.cookies };
}

/** How it stands with a key, as lists tell. */
export async function apiKeyOf({ app }: Pick<TestServer, 'app'>, id: string): Promise<string> {
  const row = await app.db
    .selectFrom('api_keys as k')
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'k.site_id').onRef('u.id', '=', 'k.created_by'))
    .select(stateOfKey(app.clock.now()).as('state'))
    .where('k.id', '=', insideId(id))
    .executeTakeFirstOrThrow();
  return row.state;
}
