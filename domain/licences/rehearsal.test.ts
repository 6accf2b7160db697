import { describe, expect, test } from 'vitest';
import type { HeldLicence } from './course.ts';
import { licenceOptionsSchema } from './options.ts';
import { readRehearsalDay, rehearsalDaysMax, rehearse, type CustomerFacts } from './rehearsal.ts';
import { addDays } from '../counters/civil.ts';
import { expiresAt } from './terms.ts';

const timeZone = 'Asia/Tokyo';
const setting = { rule: licenceOptionsSchema.shape.reminders.parse({}), timeZone };
const at = (civil: string) => new Date(`${civil}+09:00`);
const camera = (serial: string) => ({ deviceId: `of-${serial}`, serial, type: 'recorder', renews: true });
const licence = (id: string, lastDay: string, rest: Partial<HeldLicence> = {}): HeldLicence => ({
  id,
  type: 'recorder',
  since: at('2026-11-20T10:00'),
  expiresAt: expiresAt(lastDay, timeZone),
  setAsideFor: null,
  serves: null,
  ...rest,
});
const customer = (customerId: string, licences: HeldLicence[]): CustomerFacts => ({
  customerId,
  dealerId: 'dealer',
  aboveId: 'above',
  holding: { cameras: [camera('A'), camera('B')], licences },
});
const year = { now: at('2027-01-01T00:00'), until: at('2028-01-10T00:00') };
const two = [licence('1', '2027-12-31', { serves: 'of-A' }), licence('2', '2027-12-31', { serves: 'of-B' })];

describe('L-13 what would happen until a date', () => {
  test('who is reminded of what and when, and what ends', () => {
    const { reminders, ends } = rehearse([customer('one', [...two, licence('3', '2028-06-30')])], setting, year);
    expect(reminders.map(({ at: moment, receiverId, aboutId, step }) => [moment, receiverId, aboutId, step])).toEqual([
      [at('2027-10-03T09:00'), 'dealer', 'one', 'd90'],
      [at('2027-10-03T09:00'), 'above', 'dealer', 'd90'],
      [at('2027-11-02T09:00'), 'dealer', 'one', 'd60'],
      [at('2027-11-02T09:00'), 'above', 'dealer', 'd60'],
      [at('2027-12-02T09:00'), 'dealer', 'one', 'd30'],
      [at('2027-12-02T09:00'), 'above', 'dealer', 'd30'],
      [at('2027-12-18T09:00'), 'dealer', 'one', 'd14'],
      [at('2027-12-18T09:00'), 'above', 'dealer', 'd14'],
      [at('2027-12-18T09:00'), 'one', 'one', 'd14'],
      [at('2027-12-31T00:00'), 'dealer', 'one', 'h24'],
      [at('2027-12-31T00:00'), 'above', 'dealer', 'h24'],
      [at('2027-12-31T09:00'), 'one', 'one', 'd1'],
    ]);
    for (const { outlooks } of reminders)
      expect(outlooks).toEqual({ renewed: 0, waiting: 1, 'not-renewed': 1, unused: 0 });
    expect(ends.map(({ licenceId, deviceId, takenOverBy }) => [licenceId, deviceId, takenOverBy])).toEqual([
      ['1', 'of-A', '3'],
      ['2', 'of-B', null],
    ]);
  });

  test('customers of one sub-dealer are one mail to the dealer above, with the sum of all', () => {
    const { reminders } = rehearse([customer('one', two), customer('two', two)], setting, year);
    const above = reminders.filter(({ audience }) => audience === 'above');
    expect(above).toHaveLength(5);
    expect(above[0]?.outlooks['not-renewed']).toBe(4);
    expect(reminders.filter(({ audience }) => audience === 'dealer')).toHaveLength(10);
  });

  test.each([
    ['without a dealer above', { aboveId: null }, 7],
    ['without a dealer', { dealerId: null, aboveId: null }, 2],
  ])('%s', (_, rest, mails) => {
    expect(rehearse([{ ...customer('one', two), ...rest }], setting, year).reminders).toHaveLength(mails);
  });

  test('what is assigned later is not reminded of before, and renews from then on', () => {
    const planned = licence('plan', '2029-01-31', { since: at('2027-12-01T00:00'), setAsideFor: 'of-B' });
    const { reminders, ends } = rehearse([customer('one', [...two, planned])], setting, year);
    const dealers = reminders.filter(({ audience }) => audience === 'dealer');
    expect(dealers.map(({ outlooks }) => outlooks.renewed)).toEqual([0, 0, 1, 1, 1]);
    expect(ends.map(({ takenOverBy }) => takenOverBy)).toEqual([null, 'plan']);
    const short = licence('short', '2027-02-28', { since: at('2027-01-20T00:00') });
    const late = rehearse([customer('one', [short])], setting, year).reminders;
    expect(late.map(({ step }) => step)).toEqual(['d30', 'd30', 'd14', 'd14', 'd14', 'h24', 'h24', 'd1']);
    for (const { outlooks } of late) expect(outlooks.unused).toBe(1);
  });

  test('the moment of asking belongs to the past, the last one does not', () => {
    const first = { now: at('2027-10-03T09:00'), until: at('2027-11-02T09:00') };
    expect(rehearse([customer('one', two)], setting, first).reminders.map(({ step }) => step)).toEqual(['d60', 'd60']);
  });

  test.each([
    ['2027-01-01', true],
    ['２０２７-０２-０１', true],
    [addDays('2027-01-01', rehearsalDaysMax), true],
    [addDays('2027-01-01', rehearsalDaysMax + 1), false],
    ['2026-12-31', false],
    ['2027-02-29', false],
    ['2027-1-1', false],
    ['', false],
  ])('asked on 2027-01-01 for %j: %s', (text, ok) => {
    expect(readRehearsalDay(text, '2027-01-01').ok).toBe(ok);
  });
});
