import { describe, expect, test } from 'vitest';
import { figures } from '../../tools/test/counter-figures.ts';
import { checkGroupName, groupNameKey } from './group-name.ts';
import { warningsOf } from './identities.ts';
import { checkPeriods, firstQuestion, keptOn, periodsFrom, type Asked } from './periods.ts';
import { catalogueOf, counterPlaces, counterTabs, placeOf } from './places.ts';

const today = '2021-11-15';
const kept = keptOn(today, { dayMonths: 13, paperDayMonths: 3, years: 10 });
const faultsOf = (asked: Asked) => checkPeriods(asked, kept).map(({ field, code }) => `${field} ${code}`);

describe('C-04 periods', () => {
  test.each<[Asked, string[]]>([
    [{ by: 'month', from: '2020-12', to: '2021-11' }, []],
    [{ by: 'month', from: '2020-11', to: '2021-11' }, ['to months-many']],
    [{ by: 'month', from: '2021-11', to: '2021-10' }, ['to period-backwards']],
    [{ by: 'month', from: '2021-12', to: '2021-12' }, ['from period-future']],
    [{ by: 'month', from: '2021-11', to: '2021-12' }, []],
    [{ by: 'month', from: '2011-11', to: '2012-01' }, []],
    [{ by: 'month', from: '2011-10', to: '2012-01' }, ['from period-before-kept']],
    [{ by: 'month', from: '2021-13', to: '2021-1' }, ['from period-unreadable', 'to period-unreadable']],
    [{ by: 'day', from: '2021-08-16', to: '2021-11-15' }, []],
    [{ by: 'day', from: '2021-08-15', to: '2021-11-15' }, ['to days-many']],
    [{ by: 'day', from: '2020-11-30', to: '2021-02-27' }, []],
    [{ by: 'day', from: '2020-11-30', to: '2021-02-28' }, ['to days-many']],
    [{ by: 'day', from: '2020-10-01', to: '2020-10-01' }, []],
    [{ by: 'day', from: '2020-09-30', to: '2020-10-01' }, ['from period-before-kept']],
    [{ by: 'day', from: '2021-11-16', to: '2021-11-16' }, ['from period-future']],
    [{ by: 'day', from: '2021-02-29', to: '2021-03-01' }, ['from period-unreadable']],
  ])('%j: %j', (asked, faults) => {
    expect(faultsOf(asked)).toEqual(faults);
  });

  test('the form begins with this month and the three before; every period in between is one', () => {
    expect(periodsFrom(firstQuestion(today))).toEqual(['2021-08', '2021-09', '2021-10', '2021-11']);
    expect(periodsFrom({ by: 'day', from: '2020-02-28', to: '2020-03-01' })).toEqual([
      '2020-02-28',
      '2020-02-29',
      '2020-03-01',
    ]);
    expect(kept.firstPaperDay).toBe('2021-08-16');
  });
});

describe('C-06 catalogue', () => {
  test('each dimension and pair has a place of its own; what has no place is none', () => {
    expect(placeOf({ code: 'x', total: true })).toBe('total');
    expect(placeOf({ code: 'x', colour: 'mono', size: 'large' })).toBe('monoLarge');
    expect(placeOf({ code: 'x', colour: 'colour', function: 'print' })).toBe('colourPrint');
    expect(placeOf({ code: 'x', function: 'scanSend' })).toBe('scanSend');
    expect(placeOf({ code: 'x', duplex: true })).toBe('duplex');
    expect(placeOf({ code: 'x', paper: 'A3' })).toBe('paperA3');
    expect(placeOf({ code: 'x', duty: 'D' })).toBe('dutyD');
    expect(placeOf({ code: 'milk' })).toBe('own:milk');
    expect(placeOf({ code: 'x', size: 'large' })).toBeUndefined();
    expect(placeOf({ code: 'x', colour: 'mono', function: 'scan' })).toBeUndefined();
    expect(placeOf({ code: 'x', total: true, colour: 'mono' })).toBeUndefined();
  });

  test('a model has its counters by place; each place is on a tab', () => {
    expect([...catalogueOf([{ code: 'milk' }, { code: 'm', colour: 'mono' }, { code: 't', total: true }])]).toEqual([
      ['own:milk', 0],
      ['mono', 1],
      ['total', 2],
    ]);
    const shown = new Set<string>(Object.values(counterTabs).flat());
    expect(counterPlaces.filter((place) => !shown.has(place))).toEqual([]);
  });
});

describe('C-08 figures that do not add up', () => {
  test('A15 all of them add up', () => {
    const { columns, rows } = figures.A15.input;
    for (const row of Object.values(rows))
      expect(warningsOf(Object.fromEntries(columns.map((place, at) => [place, row[at] ?? null])))).toEqual([]);
  });

  test('A12 total is copy, receive and print; with scan it would not add up', () => {
    const { columns, rows } = figures.A12.input;
    const { copyReceivePrint, withScanInstead } = figures.A12.expected;
    for (const [at, row] of Object.values(rows).entries()) {
      const values = Object.fromEntries(columns.map((place, column) => [place, row[column] ?? null]));
      expect(values['total']).toBe(copyReceivePrint[at]);
      expect(warningsOf(values)).toEqual([]);
      expect(warningsOf({ ...values, total: withScanInstead[at] ?? 0 }).map(({ name }) => name)).toEqual([
        'total-function',
      ]);
    }
  });

  test('a device whose colour sizes are two more is shown as it is, and warned of; what is missing is no fault', () => {
    expect(warningsOf({ colour: 20271, colourLarge: 2618, colourSmall: 17655 })).toEqual([
      { name: 'colour-size', left: 20271, right: 20273 },
    ]);
    expect(warningsOf({ colour: 20271, colourLarge: 2618, colourSmall: null })).toEqual([]);
  });
});

describe('C-09 names of groups', () => {
  const short = (name: string) => {
    const checked = checkGroupName(name);
    return checked.ok
      ? 'ok'
      : { 'name-empty': 'empty', 'name-long': 'too-long', 'name-character': 'character' }[checked.code];
  };
  test('A22', () => {
    expect(figures.A22.input.map(short)).toEqual(figures.A22.expected);
  });

  test('blanks around are cut; width and case are no difference', () => {
    expect(checkGroupName('　営業 １F ')).toEqual({ ok: true, value: '営業 １F' });
    expect(groupNameKey('Ｓales １F')).toBe(groupNameKey('SALES 1f'));
    expect(short('a\nb')).toBe('character');
  });
});
