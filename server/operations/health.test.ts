import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCompany, type Member } from '../../tools/test/accounts.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { journalFolder } from '../kernel/journal.ts';
import { makeMetrics, type Metrics } from '../kernel/metrics.ts';
import { startWorkers } from '../kernel/workers.ts';

const token = 'a token for the tests';
const bearer = { headers: { authorization: `Bearer ${token}` } };

let server: TestServer;
let company: Member;
let owner: pg.Client;

beforeAll(async () => {
  server = await startTestServer({ env: { ENGAWA_METRICS_TOKEN: token } });
  company = await newCompany(server);
  owner = new pg.Client({ connectionString: server.databaseUrl.replace('engawa_app@', 'engawa_owner@') });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

const readyz = async () => {
  const response = await fetch(`${server.url}/readyz`);
  return { status: response.status, body: await response.json() };
};
const ready = { status: 200, body: { status: 'ready' } };
const without = (part: string) => ({ status: 503, body: { status: 'not ready', reasons: [part] } });
const impaired = (part: string) => ({ status: 200, body: { status: 'ready', impaired: [part] } });

describe('P-27 /readyz', () => {
  test('names what keeps the server from serving, until it is mended', async () => {
    await expect.poll(readyz).toEqual(ready);
    const { rows } = await owner.query('delete from schema_migrations where number = 48 returning *');
    await expect.poll(readyz).toEqual(without('migrations'));
    await owner.query('insert into schema_migrations values ($1, $2, $3, $4)', Object.values(rows[0]));
    await expect.poll(readyz).toEqual(ready);
    const key = join(server.dataDir, 'keys', 'server.rest.key');
    await rename(key, `${key}.away`);
    await expect.poll(readyz).toEqual(without('keys'));
    await rename(`${key}.away`, key);
    await expect.poll(readyz).toEqual(ready);
  });

  test('goes on where a part is not well that keeps nobody from being served, and names it', async () => {
    const journal = join(server.dataDir, journalFolder);
    await rm(journal, { recursive: true, force: true });
    await writeFile(journal, '');
    await expect.poll(readyz).toEqual(impaired('journal'));
    await rm(journal);
    await expect.poll(readyz).toEqual(ready);

    server.app.vitals.set('broker', () => false);
    await expect.poll(readyz).toEqual(impaired('broker'));
    server.app.vitals.delete('broker');
    await expect.poll(readyz).toEqual(ready);
  });

  test('tells of a log that nobody seals', async () => {
    await owner.query('begin; lock table event_seals in exclusive mode');
    const { writeEvents } = await import('../kernel/events.ts');
    const old = new Date(server.clock.now().getTime() - 60_000);
    const cause = { siteId: 'conference', actor: { kind: 'system' } as const, now: old, requestId: null };
    await writeEvents(server.app.db, cause, [{ what: 'login.ended', subject: 'login/unknown' }]);
    await expect.poll(readyz).toEqual(impaired('sealer'));
    const { unsealed } = await import('./measure.ts');
    expect((await unsealed(server.app)).ageSeconds).toBeGreaterThanOrEqual(60);
    await owner.query('commit');
    await expect.poll(readyz).toEqual(ready);
    expect(await unsealed(server.app)).toEqual({ count: 0, ageSeconds: 0 });
  });
});

describe('P-27 /metrics', () => {
  const page = async () => (await fetch(`${server.url}/metrics`, bearer)).text();
  const value = async (line: string) => {
    const found = (await page()).split('\n').find((one) => one.startsWith(`${line} `));
    return Number(found?.slice(line.length + 1));
  };

  test('is for who has the token, and tells nothing of people', async () => {
    expect((await fetch(`${server.url}/metrics`)).status).toBe(401);
    expect((await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${token}x` } })).status).toBe(401);
    const answer = await fetch(`${server.url}/metrics`, bearer);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await answer.text();
    for (const secret of [company.loginId, company.organization, 'example.jp', '見本', token])
      expect(text).not.toContain(secret);
    const other = await startTestServer();
    try {
      expect((await fetch(`${other.url}/metrics`, bearer)).status).toBe(404);
    } finally {
      await other.close();
    }
  });

  test('every line is one that Prometheus reads, and every name has its type', async () => {
    const lines = (await page()).trimEnd().split('\n');
    const typed = new Set(lines.flatMap((line) => /^# TYPE (\S+) (?:counter|gauge|histogram)$/.exec(line)?.[1] ?? []));
    expect(typed.size).toBeGreaterThan(12);
    const samples = lines.filter((line) => line !== '' && !line.startsWith('#'));
    expect(samples.length).toBeGreaterThan(40);
    for (const line of samples) {
      const [, name = ''] =
        /^([a-z_]+)(?:\{[a-z_]+="[^"]*"(?:,[a-z_]+="[^"]*")*\})? -?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.exec(line) ?? [];
      const known = typed.has(name) || typed.has(name.replace(/_(?:bucket|sum|count)$/, ''));
      expect({ line, known }).toEqual({ line, known: true });
    }
  });

  test('counts requests by operation and status, with how long they took', async () => {
    const done = 'engawa_http_requests_total{operation="getSession",status="200"}';
    const took = 'engawa_http_request_duration_seconds_count{operation="getSession"}';
    const [before, tookBefore] = [(await value(done)) || 0, (await value(took)) || 0];
    const { status } = await company.call('GET', '/session');
    expect(status).toBe(200);
    expect([await value(done), await value(took)]).toEqual([before + 1, tookBefore + 1]);
    expect(await value('engawa_http_request_duration_seconds_bucket{le="+Inf",operation="getSession"}')).toBe(
      tookBefore + 1,
    );
  });

  test('shows the pool, the loop, what waits, and jobs that fail', async () => {
    const { app } = server;
    const held = await app.pool.connect();
    expect(await value('engawa_database_connections{state="busy"}')).toBeGreaterThanOrEqual(1);
    held.release();
    expect(await value('engawa_event_loop_delay_seconds{quantile="1"}')).toBeGreaterThan(0);
    expect(await value('engawa_part_ready{part="database"}')).toBe(1);
    expect(await value('engawa_mqtt_connections')).toBe(0);
    expect(await value('engawa_mails_due')).toBeGreaterThanOrEqual(0);
    const work = () => Promise.reject(new Error('it fails'));
    const workers = startWorkers(app, [{ name: 'one-that-fails', everyMs: 10, work }]);
    await expect.poll(() => value('engawa_jobs_failed_total{job="one-that-fails"}')).toBeGreaterThanOrEqual(1);
    await workers.stop();
  });
});

test('a histogram adds up, and a text in a label breaks no line', async () => {
  const metrics = makeMetrics();
  for (const seconds of [0.001, 0.2, 0.2, 60])
    metrics.observe('engawa_http_request_duration_seconds', { operation: 'a"b\nc' }, seconds);
  const text = await metrics.text();
  const operation = String.raw`operation="a\"b\nc"`;
  expect(text).toContain(`engawa_http_request_duration_seconds_bucket{le="0.1",${operation}} 1\n`);
  expect(text).toContain(`engawa_http_request_duration_seconds_bucket{le="0.25",${operation}} 3\n`);
  expect(text).toContain(`engawa_http_request_duration_seconds_bucket{le="+Inf",${operation}} 4\n`);
  expect(text).toContain(`engawa_http_request_duration_seconds_sum{${operation}} 60.401`);
});

describe('what is read when somebody looks', () => {
  const samples = async (metrics: Metrics, name: string) =>
    (await metrics.text()).split('\n').filter((line) => line.startsWith(name));

  test('is not there while nobody reads it, when reading fails, and once it is taken away', async () => {
    const metrics = makeMetrics();
    const due = () => samples(metrics, 'engawa_mails_due');
    expect(await due()).toEqual([]);
    const end = metrics.gauge('engawa_mails_due', () => [{ value: 3 }]);
    expect(await due()).toEqual(['engawa_mails_due 3']);
    metrics.gauge('engawa_mails_due', () => Promise.reject(new Error('the database is away')));
    expect(await due()).toEqual([]);
    metrics.gauge('engawa_mails_due', () => {
      throw new Error('it fails at once');
    });
    expect(await due()).toEqual([]);
    const endOther = metrics.gauge('engawa_mails_due', () => [{ value: 4 }]);
    end();
    expect(await due()).toEqual(['engawa_mails_due 4']);
    endOther();
    expect(await due()).toEqual([]);
  });

  test('is what there is now, also of a total, and of several who look at once', async () => {
    const metrics = makeMetrics();
    const states = ['busy', 'idle'];
    metrics.gauge('engawa_database_connections', async () => states.map((state) => ({ labels: { state }, value: 1 })));
    metrics.gauge('process_cpu_seconds_total', () => [{ value: 1.5 }]);
    await Promise.all([1, 2, 3].map(() => metrics.text()));
    states.pop();
    expect(await samples(metrics, 'engawa_database_connections')).toEqual([
      'engawa_database_connections{state="busy"} 1',
    ]);
    expect(await samples(metrics, 'process_cpu_seconds_total')).toEqual(['process_cpu_seconds_total 1.5']);
  });

  test('a label that was not declared is an error, and another app counts for itself', async () => {
    const metrics = makeMetrics();
    expect(() => metrics.count('engawa_jobs_failed_total', { person: 'x' })).toThrow(/not included/);
    metrics.count('engawa_jobs_failed_total', { job: 'one' }, 2);
    expect(await samples(metrics, 'engawa_jobs_failed_total')).toEqual(['engawa_jobs_failed_total{job="one"} 2']);
    expect(await samples(makeMetrics(), 'engawa_jobs_failed_total')).toEqual([]);
  });
});
