import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseProxy, type FaultProxy } from '../../tools/test/fault-proxy.ts';
import { checkout, readConfig } from '../config.ts';
import { startEmbeddedPostgres } from '../kernel/embedded-postgres.ts';
import { silentLog } from '../kernel/log.ts';
import { migrate } from '../kernel/migrate.ts';
import { startServer, type RunningServer } from '../main.ts';

/** Each question to the database gives up after two seconds; a machine that does much else takes its time besides. */
const withinMs = 20_000;

let folder: string;
let cluster: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
let proxy: FaultProxy;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engawa-away-'));
  cluster = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  await migrate(cluster.ownerUrl);
  const way = await databaseProxy(cluster.appUrl);
  proxy = way;
  await cp(join(checkout, 'sites'), join(folder, 'sites'), { recursive: true });
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: way.through(cluster.appUrl),
    ENGAWA_DATA_DIR: folder,
    ENGAWA_SITES_DIR: join(folder, 'sites'),
  });
  if (!config.ok) throw new Error('the settings are wrong');
  server = await startServer({ config: config.config, demo: false, log: silentLog });
});
afterAll(async () => {
  await server.close();
  await proxy.close();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

type Init = { method?: string; body?: string; headers?: Record<string, string> };

async function ask(path: string, language: string, init: Init = {}) {
  const startedAtMs = performance.now();
  const headers = { 'accept-language': language, 'content-type': 'application/json', ...init.headers };
  const response = await fetch(server.url + path, { ...init, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, tookMs: performance.now() - startedAtMs };
}

const login = { method: 'POST', body: JSON.stringify({ loginId: 'somebody', password: 'Engawa26' }) };
const pages = [
  '/conference',
  '/conference/login',
  '/conference/login?for=operators',
  '/conference/o/x/registration-keys',
];
const calls: [string, Init][] = [
  ['/api/conference', {}],
  ['/api/conference/announcements', {}],
  ['/api/conference/session', { headers: { cookie: '__Host-conference=x' } }],
  ['/api/conference/session', login],
];

/** Pages and API alike: 503 and no hanging, when to come back, in the reader's language, and nothing of the inside. */
async function expectAway(): Promise<void> {
  for (const [language, words] of [
    ['ja', 'ただいまご利用いただけません'],
    ['en', 'Not available right now'],
  ] as const) {
    const shown = await Promise.all(pages.map((path) => ask(path, language)));
    for (const answer of shown) {
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(answer.text).toContain(words);
      expect(answer.text).not.toMatch(/再開予定|Open again/);
    }
    const refused = await Promise.all(calls.map(([path, init]) => ask(path, language, init)));
    for (const answer of refused) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(JSON.parse(answer.text)).toMatchObject({ type: '/problems/platform/unavailable', status: 503 });
    }
    for (const answer of [...shown, ...refused]) {
      expect(answer.tookMs).toBeLessThan(withinMs);
      expect(answer.text).not.toMatch(/node_modules|\.ts:|ECONN|postgres|57P0/i);
    }
  }
  expect((await ask('/healthz', 'ja')).status).toBe(200);
  expect(await ask('/readyz', 'ja')).toMatchObject({ status: 503, text: expect.stringContaining('database') });
}

/** Asked again until it is so; each answer takes its time, so nothing sleeps here. */
async function untilOpen(): Promise<void> {
  const deadline = performance.now() + 40_000;
  while (performance.now() < deadline) if ((await ask('/api/conference/announcements', 'ja')).status === 200) return;
  throw new Error('the site did not come back');
}

test('P-04 the database hangs, comes back, and is stopped: pages and API say so at once and never hang', async () => {
  expect((await ask('/conference', 'ja')).status).toBe(200);
  expect((await ask('/api/conference/announcements', 'ja')).status).toBe(200);
  proxy.be('hole');
  server.app.forgetClosures();
  await expectAway();
  proxy.be('through');
  await untilOpen();
  expect((await ask('/conference', 'ja')).status).toBe(200);
  await cluster.stop();
  server.app.forgetClosures();
  await expectAway();
  const script = /src="(\/start\.js)"/.exec(await (await fetch(`${server.url}/`)).text());
  expect((await ask(script?.[1] ?? '', 'ja')).status).toBe(200);
});
