import { expect, test } from 'vitest';
import { silentLog } from './log.ts';
import { startWakeable } from './wakeable.ts';

const never = { everyMs: 3_600_000, log: silentLog, failed: 'it failed' };

test('P-20 woken while it works it works once more; what failed is tried again; the end waits for the work', async () => {
  const began: number[] = [];
  const rounds = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  let ended = false;
  const loop = startWakeable(async () => {
    const round = began.push(began.length) - 1;
    await rounds[round]?.promise;
    if (round === 1) throw new Error('the database is away');
    if (round === 3) ended = true;
  }, never);
  for (const [at, round] of rounds.slice(0, 3).entries()) {
    await expect.poll(() => began.length).toBe(at + 1);
    for (let turn = 0; turn < 3; turn += 1) loop.wake();
    round.resolve();
  }
  await expect.poll(() => began.length).toBe(4);
  const stopped = loop.stop();
  expect(ended).toBe(false);
  rounds[3]?.resolve();
  await stopped;
  expect([ended, began.length]).toEqual([true, 4]);
});

test('P-20 unwoken it looks by itself, and stops while it waits', async () => {
  let looked = 0;
  const loop = startWakeable(async () => void (looked += 1), { ...never, everyMs: 1 });
  await expect.poll(() => looked).toBeGreaterThan(2);
  await loop.stop();
  const waiting = startWakeable(async () => void (looked += 1), never);
  await waiting.stop();
});
