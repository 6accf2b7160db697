import pg from 'pg';
import { createHttp } from '../../server/http.ts';
import type { App } from '../../server/kernel/app.ts';
import type { Sent } from '../kit/load.ts';

export type Statement = { name?: string; text: string; values: unknown[] };
/** What one request asks the database, in its order. */
export type Plan = readonly Statement[];

/** Answers a request in this process and keeps every statement that it sends. */
export async function capture(app: App, { method, path, headers }: Sent): Promise<Plan> {
  const hono = await createHttp(app, null, { dataDir: '', metricsToken: null, isStopping: () => false });
  const statements: Statement[] = [];
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
    // A request that came over no socket.
    const answer = await hono.request(`http://localhost${path}`, { method, headers }, {});
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    await answer.text();
    return statements;
  } finally {
    Reflect.set(pg.Client.prototype, 'query', query);
  }
}
