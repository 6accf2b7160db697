import pg from 'pg';
import { createHttp } from '../../server/http.ts';
import type { App } from '../../server/kernel/app.ts';
import { comesAgainAfter } from '../../server/kernel/kept-plans.ts';
import type { Sent } from './load.ts';

export type Statement = { name?: string; text: string; values: unknown[] };
/** What one request asks the database, in its order. */
export type Plan = readonly Statement[];

export type Asked = Sent & { body?: string };

/** Answers requests in this process, one after the other, and keeps what each sends; what came often enough has the name it has from then on. */
export async function capture(app: App, requests: readonly Asked[]): Promise<Plan[]> {
  const hono = await createHttp(app, null, { dataDir: '', metricsToken: null, isStopping: () => false });
  let statements: Statement[] = [];
  // A request that came over no socket.
  const ask = async ({ method, path, headers, body }: Asked): Promise<Plan> => {
    statements = [];
    const answer = await hono.request(`http://localhost${path}`, { method, headers, ...(body && { body }) }, {});
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status}: ${text}`);
    return statements;
  };
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
    const plans: Plan[] = [];
    for (const request of requests) plans.push(await ask(request));
    return plans;
  } finally {
    Reflect.set(pg.Client.prototype, 'query', query);
  }
}

/** So many requests alike until all that is asked again is known. */
export const knownAfter = comesAgainAfter;
