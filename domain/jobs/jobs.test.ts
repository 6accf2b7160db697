import { describe, expect, test } from 'vitest';
import { jobReason, jobReasons, jobState, jobStates, nextRun } from './jobs.ts';

const now = new Date('2026-11-23T01:02:03Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('P-26 how a job stands', () => {
  const table = [
    [null, 'never'],
    [{ beganAt: ago(1), failedSince: null }, 'well'],
    [{ beganAt: ago(10), failedSince: null }, 'well'],
    [{ beganAt: ago(1), failedSince: ago(30) }, 'failing'],
    [{ beganAt: ago(10.1), failedSince: null }, 'late'],
    [{ beganAt: ago(11), failedSince: ago(30) }, 'late'],
  ] as const;

  test.each(table)('%o is %s', (last, state) => expect(jobState(last, now)).toBe(state));

  test('every state is in the table', () =>
    expect(new Set(table.map(([, state]) => state))).toEqual(new Set(jobStates)));
});

test('P-26 the next run is at the next full minute, also on a full one, and not said of what always runs', () => {
  expect(nextRun('minute', now)).toEqual(new Date('2026-11-23T01:03:00Z'));
  expect(nextRun('minute', new Date('2026-11-23T01:03:00Z'))).toEqual(new Date('2026-11-23T01:04:00Z'));
  expect(nextRun('always', now)).toBeNull();
});

describe('P-26 why a run failed', () => {
  const table = [
    ['ENOSPC', 'out-of-room'],
    ['53100', 'out-of-room'],
    ['40P01', 'held-up'],
    ['55P03', 'held-up'],
    ['57014', 'held-up'],
    ['23505', 'data-refused'],
    ['22P02', 'data-refused'],
    ['ECONNREFUSED', 'network'],
    ['EPIPE', 'network'],
    ['08006', 'network'],
    ['42P01', 'unexpected'],
    ['EACCES', 'unexpected'],
    ['constructor', 'unexpected'],
    ['', 'unexpected'],
    [53100, 'unexpected'],
    [undefined, 'unexpected'],
  ] as const;

  test.each(table)('%s is %s', (code, reason) => expect(jobReason(code)).toBe(reason));

  test('every reason is in the table', () =>
    expect(new Set(table.map(([, reason]) => reason))).toEqual(new Set(jobReasons)));
});
