import { describe, expect, test } from 'vitest';
import { readAddressee } from './addressee.ts';
import { readEndDay } from './end-of-use.ts';
import { isRunning, judgeTransfer, offerDays, transferSpan, transferState, warrantyAfter } from './transfer.ts';

const at = (text: string) => new Date(text);
const zone = 'Asia/Tokyo';
const now = at('2026-11-21T03:00:00Z');

describe('P-31 how long a device can be taken over', () => {
  test.each<[number, string, string]>([
    [0, '2026-11-21T03:00:00.000Z', '2026-12-05T03:00:00.000Z'],
    [14, '2026-12-05T03:00:00.000Z', '2026-12-19T03:00:00.000Z'],
  ])('%i days of waiting', (days, opens, expires) => {
    const { opensAt, expiresAt } = transferSpan(now, days, zone);
    expect([opensAt.toISOString(), expiresAt.toISOString()]).toEqual([opens, expires]);
  });

  test('days are civil: over a change of clocks they are as long by the clock on the wall', () => {
    const { opensAt } = transferSpan(at('2026-10-20T10:00:00Z'), 14, 'Europe/Berlin');
    expect(opensAt.toISOString()).toBe('2026-11-03T11:00:00.000Z');
  });

  test.each<[string, string]>([
    ['2026-12-05T02:59:59.999Z', 'waiting'],
    ['2026-12-05T03:00:00.000Z', 'open'],
    ['2026-12-19T02:59:59.999Z', 'open'],
    ['2026-12-19T03:00:00.000Z', 'expired'],
  ])('at %s it is %s', (instant, state) => {
    const span = { ...transferSpan(now, 14, zone), outcome: null };
    expect(transferState(span, at(instant))).toBe(state);
    expect(isRunning(span, at(instant))).toBe(state !== 'expired');
  });

  test('what has ended stays as it ended', () => {
    const span = { ...transferSpan(now, 0, zone), outcome: 'declined' as const };
    expect([transferState(span, now), isRunning(span, now)]).toEqual(['declined', false]);
    expect(offerDays).toBe(14);
  });
});

describe('P-31 whom a device is offered to', () => {
  test.each([
    [' Hanako@Example.JP ', 'hanako@example.jp'],
    ['ｈａｎａｋｏ＠example.jp', 'hanako@example.jp'],
    ['Dealer_01', 'dealer_01'],
  ])('%s', (typed, read) => expect(readAddressee(typed)).toEqual({ ok: true, value: read }));
  test.each([
    ['', 'required'],
    ['a@b', 'mail-address'],
    ['x'.repeat(65), 'text-long'],
  ])('%s is refused', (typed, code) => expect(readAddressee(typed)).toMatchObject({ ok: false, code }));
  test('64 characters are taken', () => expect(readAddressee('x'.repeat(64)).ok).toBe(true));
});

test.each([
  [{ ended: true, running: false, endReported: false }, 'device-ended'],
  [{ ended: false, running: true, endReported: false }, 'transfer-running'],
  [{ ended: false, running: false, endReported: true }, 'end-reported'],
])('P-31 U-06 no hand-over begins when %o', (facts, code) => {
  expect(judgeTransfer(facts)).toMatchObject({ ok: false, code });
});
test('P-31 of a device in use a hand-over begins', () =>
  expect(judgeTransfer({ ended: false, running: false, endReported: false }).ok).toBe(true));

test('P-31 the warranty follows where the site says so', () => {
  const facts = { purchasedOn: '2026-01-01', warrantyUntil: '2028-12-31' };
  expect(warrantyAfter(facts, { warranty: true })).toEqual(facts);
  expect(warrantyAfter(facts, { warranty: false })).toEqual({ purchasedOn: null, warrantyUntil: null });
});

test.each([
  ['2026-11-21', null, '2026-11-21'],
  [' 2026-11-01 ', '2026-11-01', '2026-11-01'],
])('U-06 the day %s of an end of use is taken', (typed, purchased, read) =>
  expect(readEndDay(typed, '2026-11-21', purchased)).toEqual({ ok: true, value: read }),
);
test.each([
  ['', null, 'identifiers/required'],
  ['2026-11-22', null, 'devices/ended-in-future'],
  ['2026-10-31', '2026-11-01', 'devices/ended-before-purchase'],
  ['2026-02-30', null, 'devices/day'],
])('U-06 the day %s is refused', (typed, purchased, code) =>
  expect(readEndDay(typed, '2026-11-21', purchased)).toMatchObject({ ok: false, code }),
);
