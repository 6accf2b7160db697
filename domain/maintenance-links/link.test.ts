import { describe, expect, test } from 'vitest';
import { linkRights, linkState, readLinkEnd } from './link.ts';

const now = new Date('2026-11-20T01:00:00Z');
const later = new Date('2026-11-20T01:00:00.001Z');

describe('E-04 where a link stands', () => {
  test.each([
    ['in force without a last day', true, null, null, 'running'],
    ['in force until later', true, null, later, 'running'],
    ['at the instant of its end', true, null, now, 'expired'],
    ['nothing of it in force, before its end', false, null, later, 'lapsed'],
    ['nothing of it in force, without a last day', false, null, null, 'lapsed'],
    ['ended by the customer', false, 'customer', null, 'ended-by-customer'],
    ['ended by the dealer before its last day came', false, 'dealer', now, 'ended-by-dealer'],
  ] as const)('%s', (_, inForce, endedSide, untilAt, state) => {
    expect(linkState({ inForce, endedSide, untilAt }, now)).toBe(state);
  });

  test('who may configure may see, too', () => {
    expect([linkRights(false), linkRights(true)]).toEqual([
      ['list', 'read'],
      ['list', 'read', 'configure'],
    ]);
  });
});

describe('E-04 the last day of a link', () => {
  const read = (text: string) => {
    const verdict = readLinkEnd(text, '2026-11-20', 'Asia/Tokyo');
    return verdict.ok ? (verdict.value.untilAt?.toISOString() ?? null) : verdict.code;
  };
  test.each([
    ['', null],
    ['2026-11-20', '2026-11-20T15:00:00.000Z'],
    ['2028-02-29', '2028-02-29T15:00:00.000Z'],
    ['2036-11-20', '2036-11-20T15:00:00.000Z'],
    ['2036-11-21', 'until-far'],
    ['2026-11-19', 'until-past'],
    ['2027-02-29', 'day'],
    ['tomorrow', 'day'],
  ])('%s', (text, result) => {
    expect(read(text)).toBe(result);
  });

  test('it is a whole day where the clocks change', () => {
    const verdict = readLinkEnd('2026-03-29', '2026-01-01', 'Europe/Berlin');
    expect(verdict.ok && verdict.value.untilAt?.toISOString()).toBe('2026-03-29T22:00:00.000Z');
  });
});
