import { Kysely, PostgresDialect, type CompiledQuery } from 'kysely';
import pg from 'pg';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import { capabilities } from '../../server/capabilities.ts';
import { columnsAt, type Contributions } from '../../server/devices/contribution.ts';
import { listDevices } from '../../server/devices/list/list.ts';
import { listQuery, readFilter, type DeviceFilter } from '../../server/devices/list/query.ts';
import { findReach } from '../../server/kernel/access.ts';
import { deviceRows, orderOf } from '../../server/devices/list/rows.ts';
import type { App } from '../../server/kernel/app.ts';
import { findRunningDatabase } from '../../server/kernel/embedded-postgres/borrow.ts';
import { isProblem } from '../../server/kernel/http/problem.ts';
import { pageQuery } from '../../server/kernel/http/schemas.ts';
import { insideId } from '../../server/kernel/ids.ts';
import type { DB } from '../../server/kernel/tables.generated.ts';
import { siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { siteId } from './owner.ts';

const contributions: Contributions = capabilities.flatMap(({ name, optional, devices }) =>
  devices ? [{ capability: name, optional, contribution: devices }] : [],
);

const kind = 'customer' as const;

export type Bare = { ask(query: string): Promise<number>; close(): Promise<void> };

/** Asks the database what the list asks it, word for word, over a connection of its own; milliseconds. */
export async function bareQuestion(app: App, folder: string, owner: Colleague): Promise<Bare> {
  const client = new pg.Client({ connectionString: findRunningDatabase(folder)?.appUrl });
  await client.connect();
  const known = new Map<string, readonly CompiledQuery[]>();
  return {
    ask: async (query) => {
      const queries = known.get(query) ?? (await queriesOf(app, owner, query));
      known.set(query, queries);
      const started = performance.now();
      for (const { sql, parameters } of queries) await client.query(sql, [...parameters]);
      return performance.now() - started;
    },
    close: () => client.end(),
  };
}

/** What a list asks the database, in its order. */
async function queriesOf(app: App, owner: Colleague, query: string): Promise<CompiledQuery[]> {
  const asked: CompiledQuery[] = [];
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: app.pool }),
    log: (event) => void asked.push(event.query),
  });
  const { page, pageSize, ...rest } = listQuery(contributions)
    .extend(pageQuery.shape)
    .parse(Object.fromEntries(new URLSearchParams(query)));
  const wish = { filter: filterOf(app, rest), sort: rest.sort, page, pageSize, kind };
  await listDevices({ ...app, db }, siteOf({ app }, siteId), scopeOf(app, owner), contributions, wish);
  if (asked.length === 0) throw new Error('the list asked nothing');
  return asked;
}

/** All rows of the list in its own order, as the file of it has them. */
export async function allRows(app: App, owner: Colleague): Promise<CompiledQuery> {
  const site = siteOf({ app }, siteId);
  const scope = scopeOf(app, owner);
  const place = { site, scope, reach: await findReach(app.db, scope, null) };
  const order = orderOf(deviceOptions(site).list.sort, { columns: columnsAt(site, contributions), joined: [] });
  return deviceRows(app.db, place, filterOf(app, {}), order).compile();
}

function filterOf(app: App, query: Parameters<typeof readFilter>[3]): DeviceFilter {
  const filter = readFilter(siteOf({ app }, siteId), contributions, kind, query);
  if (isProblem(filter)) throw new Error(filter.code);
  return filter;
}

function scopeOf(app: App, { organization }: Colleague) {
  return { siteId, organizationId: insideId(organization), userId: '', now: app.clock.now() };
}
