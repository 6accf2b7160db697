import { Hono } from 'hono';
import { sql } from 'kysely';
import type { App } from '../kernel/app.ts';

const answerWithinMs = 2_000;

/** `/healthz`: the process lives. `/readyz`: it can serve, or why not. */
export function healthRoutes(app: App, isStopping: () => boolean): Hono {
  const hono = new Hono();
  const headers = { 'cache-control': 'no-store' };
  hono.get('/healthz', (context) => context.json({ status: 'ok' }, 200, headers));
  hono.get('/readyz', async (context) => {
    const reasons = [...(isStopping() ? ['stopping'] : []), ...((await databaseAnswers(app)) ? [] : ['database'])];
    return reasons.length === 0
      ? context.json({ status: 'ready' }, 200, headers)
      : context.json({ status: 'not ready', reasons }, 503, headers);
  });
  return hono;
}

async function databaseAnswers(app: App): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), answerWithinMs);
  });
  const answer = sql`select 1`.execute(app.db).then(
    () => true,
    () => false,
  );
  const result = await Promise.race([answer, late]);
  clearTimeout(timer);
  return result;
}
