import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { sql } from 'kysely';
import type { App } from '../kernel/app.ts';
import { securityHeaders } from '../kernel/http/security-headers.ts';
import { openServerKeys } from '../kernel/key-ring.ts';
import { pendingMigrations } from '../kernel/migrate.ts';
import { examineDisk, examineJournal } from './doctor/folders.ts';
import { unsealed } from './measure.ts';

const answerWithinMs = 2_000;
/** So often the parts are looked at, however often somebody asks. */
const lookEveryMs = 1_000;
const sealedWithinSeconds = 30;

/** Without these nobody can be served: whoever shares the load sends no more. */
const needed = ['stopping', 'database', 'migrations', 'keys'] as const;
/** Without these others can, here as on any other node. */
const impairing = ['sealer', 'broker', 'disk', 'journal'] as const;
type Part = (typeof needed)[number] | (typeof impairing)[number];

type HealthOptions = { dataDir: string; metricsToken: string | null; isStopping: () => boolean };
type Headed = { header(name: string): string | undefined };

/**
 * `/healthz`: the process lives. `/readyz`: it can serve, or which parts keep it from that; `impaired` names parts that are not well and keep nobody.
 * `/metrics`: for Prometheus, with a token; without one set there is no such page.
 */
export function healthRoutes(app: App, { dataDir, metricsToken, isStopping }: HealthOptions): Hono {
  const hono = new Hono();
  const headers = { ...securityHeaders, 'cache-control': 'no-store' };
  const look = atMostEvery(lookEveryMs, () => partsNotWell(app, dataDir));
  const notWell = async (): Promise<Part[]> => [...(isStopping() ? ['stopping' as const] : []), ...(await look())];
  app.metrics.gauge('engawa_part_ready', async () => {
    const found = await notWell();
    return [...needed, ...impairing].map((part) => ({ labels: { part }, value: found.includes(part) ? 0 : 1 }));
  });
  hono.get('/healthz', (context) => context.json({ status: 'ok' }, 200, headers));
  hono.get('/readyz', async (context) => {
    const found = await notWell();
    const reasons = needed.filter((part) => found.includes(part));
    const impaired = impairing.filter((part) => found.includes(part));
    const more = impaired.length > 0 ? { impaired } : {};
    return reasons.length === 0
      ? context.json({ status: 'ready', ...more }, 200, headers)
      : context.json({ status: 'not ready', reasons, ...more }, 503, headers);
  });
  hono.get('/metrics', async (context) => {
    if (metricsToken === null) return context.text('there are no metrics without ENGAWA_METRICS_TOKEN\n', 404, headers);
    if (!isBearer(context.req, metricsToken))
      return context.text('a token is needed\n', 401, { ...headers, 'www-authenticate': 'Bearer' });
    return context.text(await app.metrics.text(), 200, {
      ...headers,
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    });
  });
  return hono;
}

function isBearer(request: Headed, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(request.header('authorization') ?? ''), hash(`Bearer ${token}`));
}

function atMostEvery<T>(everyMs: number, look: () => Promise<T>): () => Promise<T> {
  let last: { at: number; found: Promise<T> } | null = null;
  return () => {
    if (!last || performance.now() - last.at > everyMs) last = { at: performance.now(), found: look() };
    return last.found;
  };
}

async function partsNotWell(app: App, dataDir: string): Promise<Part[]> {
  if (!(await isWell(() => sql`select 1`.execute(app.db)))) return ['database'];
  const broker = app.vitals.get('broker');
  const parts: [Part, () => Promise<unknown>][] = [
    ['migrations', async () => (await pendingMigrations(app.pool)).length === 0],
    ['keys', () => openServerKeys(app.db, app.keyProvider)],
    ['sealer', async () => (await unsealed(app)).ageSeconds <= sealedWithinSeconds],
    ['broker', async () => broker?.() ?? true],
    ['disk', async () => (await examineDisk(dataDir)).level !== 'fault'],
    ['journal', async () => (await examineJournal(dataDir)).level === 'ok'],
  ];
  const well = await Promise.all(parts.map(([, look]) => isWell(look)));
  return parts.flatMap(([part], at) => (well[at] ? [] : [part]));
}

/** Anything but false, and in time. */
async function isWell(look: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), answerWithinMs);
  });
  const answer = look().then(
    (found) => found !== false,
    () => false,
  );
  const result = await Promise.race([answer, late]);
  clearTimeout(timer);
  return result;
}
