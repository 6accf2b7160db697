import pg from 'pg';
import { capabilities } from '../../server/capabilities.ts';
import { columnsAt, type Contributions } from '../../server/devices/contribution.ts';
import { listQuery, readFilter } from '../../server/devices/list/query.ts';
import { deviceRows, findAlone, matchingDevices, orderOf } from '../../server/devices/list/rows.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { App } from '../../server/kernel/app.ts';
import { findRunningDatabase } from '../../server/kernel/embedded-postgres/borrow.ts';
import { isProblem } from '../../server/kernel/http/problem.ts';
import { pageQuery, totalMax } from '../../server/kernel/http/schemas.ts';
import { insideId } from '../../server/kernel/ids.ts';
import type { Colleague } from '../../tools/test/organizations.ts';
import { siteId } from './owner.ts';

/** What the list asks of the database for a query. */
export function listQueries(app: App, owner: Colleague) {
  const site = app.sites.get(siteId);
  if (!site) throw new Error(`no site ${siteId}`);
  const contributions: Contributions = capabilities.flatMap(({ name, devices }) =>
    devices ? [{ capability: name, contribution: devices }] : [],
  );
  const columns = columnsAt(site, contributions);
  const scope = { siteId, organizationId: insideId(owner.organization), userId: '', now: app.clock.now() };
  return async (query: string) => {
    const { page, pageSize, ...rest } = listQuery(contributions)
      .extend(pageQuery.shape)
      .parse(Object.fromEntries(new URLSearchParams(query)));
    const filter = readFilter(site, contributions, rest);
    if (isProblem(filter)) throw new Error(filter.code);
    const place = { site, scope, alone: await findAlone(app.db, scope, filter.organizationId) };
    const order = orderOf(rest.sort ?? deviceOptions(site).list.sort, columns);
    const all = deviceRows(app.db, place, filter, order);
    const count = app.db
      .selectFrom(
        matchingDevices(app.db, place, filter)
          .limit(totalMax + 1)
          .as('hits'),
      )
      .select((eb) => eb.fn.countAll<number>().as('count'));
    return { count, all, rows: all.limit(pageSize).offset((page - 1) * pageSize) };
  };
}

export type Bare = { ask(query: string): Promise<number>; close(): Promise<void> };

/** Asks the database what the list asks it, the total and the page, over a connection of its own; milliseconds. */
export async function bareQuestion(app: App, folder: string, owner: Colleague): Promise<Bare> {
  const queriesOf = listQueries(app, owner);
  const client = new pg.Client({ connectionString: findRunningDatabase(folder)?.appUrl });
  await client.connect();
  return {
    ask: async (query) => {
      const queries = await queriesOf(query);
      const [count, rows] = [queries.count.compile(), queries.rows.compile()];
      const started = performance.now();
      await client.query(count.sql, [...count.parameters]);
      await client.query(rows.sql, [...rows.parameters]);
      return performance.now() - started;
    },
    close: () => client.end(),
  };
}
