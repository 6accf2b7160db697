import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { hoursMs } from './clock.ts';
import { startJobs } from './jobs.ts';
import { silentLog } from './log.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => void vi.restoreAllMocks());
afterAll(() => server.close());

test('jobs go on when the clock of the machine is set back while they run', async () => {
  const { app } = server;
  let runs = 0;
  const run = async () => {
    runs += 1;
    const now = Date.now();
    if (runs === 1) vi.spyOn(Date, 'now').mockImplementation(() => now - 5 * hoursMs);
  };
  const tick = () =>
    sql`insert into pgboss.job (name, policy, retry_limit) values ('tick', 'short', 0) on conflict do nothing`.execute(
      app.db,
    );
  const jobs = await startJobs(String(app.pool.options.connectionString), app, [{ name: 'retention', run }], silentLog);
  try {
    for (const times of [1, 2]) {
      await tick();
      await expect.poll(() => runs).toBeGreaterThanOrEqual(times);
    }
  } finally {
    await jobs.stop();
  }
});
