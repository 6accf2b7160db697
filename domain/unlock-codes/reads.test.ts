import { expect, test } from 'vitest';
import { readsPerHourMax, readsWaitUntil } from './reads.ts';

const minutes = 60_000;
const now = new Date('2026-11-20T00:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const reads = (count: number, ms: number) => Array.from({ length: count }, () => ago(ms));

test('U-10 sixty codes an hour are opened again, the next waits until the first is an hour ago', () => {
  expect(readsPerHourMax).toBe(60);
  expect(readsWaitUntil(reads(59, minutes), now)).toBe(null);
  expect(readsWaitUntil(reads(60, minutes), now)).toEqual(new Date(now.getTime() + 59 * minutes));
  expect(readsWaitUntil([...reads(1, 50 * minutes), ...reads(59, minutes)], now)).toEqual(
    new Date(now.getTime() + 10 * minutes),
  );
});

test('U-10 what is an hour old counts no more', () => {
  expect(readsWaitUntil([...reads(100, 60 * minutes), ...reads(59, 0)], now)).toBe(null);
  expect(readsWaitUntil([...reads(1, 60 * minutes - 1), ...reads(59, 0)], now)).toEqual(new Date(now.getTime() + 1));
});
