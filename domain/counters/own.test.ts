import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsOf, countsSheets, headingWith, ownColumnsOf, totalUnitOf } from './own.ts';
import { catalogueOf, columnsOf, counterPlaces, counterTabNames, tabsOf, type CounterPlace } from './places.ts';
import { stacksOf } from './stacks.ts';

const named = (code: string) => ({ code, name: { ja: `${code}の数`, en: `Number of ${code}` } });
const cups = { ja: '杯', en: 'cups' };
const total = { ...named('total'), total: true };
const coffee = [{ ...total, counts: 'uses' as const, unit: cups }, { ...named('black'), unit: cups }, named('milk')];
const tea = [{ ...total, counts: 'uses' as const, unit: cups }, named('milk'), named('leaves')];
const copier = [total, { ...named('colour'), colour: 'colour' as const }];

describe('P-01 counters of a site’s own', () => {
  test('stand in the order of the data, each code once, as the first model calls it', () => {
    expect(ownColumnsOf([{ counters: coffee }, { counters: tea }])).toEqual([
      { place: 'own:black', name: { ja: 'blackの数', en: 'Number of black' }, unit: cups },
      { place: 'own:milk', name: { ja: 'milkの数', en: 'Number of milk' }, unit: null },
      { place: 'own:leaves', name: { ja: 'leavesの数', en: 'Number of leaves' }, unit: null },
    ]);
    expect(ownColumnsOf([{ counters: copier }])).toEqual([]);
  });

  const somePlaces = fc.uniqueArray(
    fc.oneof(
      fc.constantFrom(...counterPlaces),
      fc.constantFrom<CounterPlace>('own:paperA4', 'own:milk', 'own:total', 'own:others'),
    ),
  );

  test('whatever is counted has a column on exactly one tab, with the total before it', () => {
    fc.assert(
      fc.property(somePlaces, (counted) => {
        const tabs = tabsOf(counted);
        expect(tabs.length).toBeGreaterThan(0);
        const columns = tabs.map((tab) => columnsOf(tab, counted));
        for (const place of counted.filter((one) => one !== 'total'))
          expect(columns.filter((some) => some.includes(place))).toHaveLength(1);
        expect(columns.every(([first]) => first === 'total')).toBe(counted.includes('total'));
        expect(tabs).toEqual(counterTabNames.filter((tab) => tabs.includes(tab)));
        expect(tabs.includes('own')).toBe(counted.some((place) => place.startsWith('own:')));
      }),
    );
  });

  test.each<[string, CounterPlace[], string]>([
    ['a printer with its total alone', ['total'], 'counters'],
    ['nothing at all', [], 'counters'],
    ['a printer without colours', ['total', 'copy', 'duplex'], 'counters function'],
    ['cups alone', ['total', 'own:milk'], 'own'],
    ['a printer that counts staples, too', ['total', 'mono', 'paperA4', 'own:staples'], 'counters paper own'],
    ['staples beside one tab of a printer', ['total', 'paperA4', 'own:staples'], 'paper own'],
  ])('tabs of %s', (_, counted, tabs) => {
    expect(tabsOf(counted).join(' ')).toBe(tabs);
  });

  test('nothing says how they add up: each is a series beside the others, and none is in a stack', () => {
    expect(stacksOf('own', ['total', 'own:black', 'own:milk'], [], [])).toEqual({
      stack: [],
      beside: ['own:black', 'own:milk'],
    });
  });

  test('a model has them at their ordinals', () => {
    expect([...catalogueOf(coffee)]).toEqual([
      ['total', 0],
      ['own:black', 1],
      ['own:milk', 2],
    ]);
  });
});

describe('P-01 what is spoken of', () => {
  test('sheets where something counts them; a counter with a dimension counts impressions unless it says otherwise', () => {
    expect(countsSheets([{ counters: coffee }, { counters: tea }])).toBe(false);
    expect(countsSheets([{ counters: coffee }, { counters: copier }])).toBe(true);
    expect(countsSheets([{ counters: [{ ...named('fold'), counts: 'sheets' }] }])).toBe(true);
    expect(countsSheets([{ counters: [{ ...total, counts: 'area' }] }])).toBe(false);
    expect([total, named('milk')].map((one) => countsOf(one))).toEqual(['impressions', 'uses']);
  });

  test('the total has a unit where all models say the same one of uses', () => {
    expect(totalUnitOf([{ counters: coffee }, { counters: tea }])).toEqual(cups);
    expect(totalUnitOf([{ counters: coffee }, { counters: copier }])).toBeNull();
    expect(totalUnitOf([{ counters: [{ ...total, counts: 'area', unit: 'A4' }] }])).toBeNull();
    expect(totalUnitOf([])).toBeNull();
  });

  test('headings say the unit, in words or as one sign for all languages', () => {
    expect(headingWith('ブラック', cups, 'ja')).toBe('ブラック（杯）');
    expect(headingWith('Black', cups, 'en')).toBe('Black (cups)');
    expect(headingWith('水', 'L', 'ja')).toBe('水（L）');
    expect(headingWith('Milk', null, 'en')).toBe('Milk');
  });
});
