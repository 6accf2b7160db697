import { expect, test } from 'vitest';
import type { App } from './app.ts';
import { silentLog } from './log.ts';
import { makeMetrics } from './metrics.ts';
import { startWorkers } from './workers.ts';

const app = {
  clock: { now: () => new Date() },
  log: silentLog,
  metrics: makeMetrics(),
  watchRun: (_: string, work: () => Promise<unknown>) => work(),
} as unknown as App;

test('E-08 a worker goes on while there is more, is tried again after a failure, and is waited for at the end', async () => {
  const did: string[] = [];
  let finish = () => {};
  const last = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const workers = startWorkers(app, [
    {
      name: 'one',
      everyMs: 5,
      work: async () => {
        did.push('looked');
        if (did.length === 1) return true;
        if (did.length === 2) throw new Error('the database is away');
        if (did.length === 3) await last;
        return false;
      },
    },
  ]);
  await expect.poll(() => did.length).toBe(3);
  const stopped = workers.stop().then(() => did.push('stopped'));
  did.push('asked to stop');
  finish();
  await stopped;
  expect(did).toEqual(['looked', 'looked', 'looked', 'asked to stop', 'stopped']);
});
