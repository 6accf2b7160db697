import pg from 'pg';
import { createHttp } from '../../server/http.ts';
import type { App } from '../../server/kernel/app.ts';
import { comesAgainAfter } from '../../server/kernel/kept-plans.ts';
import type { Sent } from '../kit/load.ts';

export type Statement = { name?: string; text: string; values: unknown[] };
/** What one request asks the database, in its order. */
export type Plan = readonly Statement[];

/** Answers a request in this process and keeps every statement that it sends, those that come again under the names they have then. */
export async function capture(app: App, { method, path, headers }: Sent): Promise<Plan> {
  const hono = await createHttp(app, null, { dataDir: '', metricsToken: null, isStopping: () => false });
  const statements: Statement[] = [];
  // A request that came over no socket.
  const ask = async () => {
    const answer = await hono.request(`http://localhost${path}`, { method, headers }, {});
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status}: ${text}`);
  };
  for (let nth = 0; nth < comesAgainAfter; nth += 1) await ask();
  const query: unknown = Reflect.get(pg.Client.prototype, 'query');
  if (typeof query !== 'function') throw new TypeError('pg asks in another way now');
  Reflect.set(pg.Client.prototype, 'query', function asked(this: pg.Client, ...args: unknown[]): unknown {
    const [first, second] = args;
    const { name, text, values } =
      typeof first === 'string' ? { text: first, values: second } : (first as pg.QueryConfig);
    statements.push({ ...(name !== undefined && { name }), text, values: Array.isArray(values) ? [...values] : [] });
    return Reflect.apply(query, this, args);
  });
  try {
    await ask();
    return statements;
  } finally {
    Reflect.set(pg.Client.prototype, 'query', query);
  }
}
