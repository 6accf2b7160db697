import { expect, test } from 'vitest';
import { lookUpPostalCode } from './look-up.ts';
import { placesOf } from './places.ts';

const ward = { prefecture: '東京都', city: '千代田区' };

test.each([
  ['a town', '1000001', [{ ...ward, town: '千代田', street: '' }]],
  ['a whole ward', '1000000', [{ ...ward, town: '', street: '' }]],
  ['floors of a building in brackets', '1006001', [{ ...ward, town: '霞が関霞が関ビル', street: '' }]],
  [
    'one of several towns, or another one',
    '4520961',
    [
      { prefecture: '愛知県', city: '清須市', town: '春日明河原', street: '' },
      { prefecture: '愛知県', city: '清須市', town: '', street: '' },
    ],
  ],
  ['no such code', '9999999', []],
])('P-18 the places of a postal code: %s', async (_, code, places) => {
  expect(await lookUpPostalCode(code)).toEqual(places);
});

test('P-18 a thread gives way to a fresh one and every question is answered', async () => {
  const codes = Array.from({ length: 450 }, (_, at) => String(1_000_001 + (at % 5)));
  const answers = await Promise.all(codes.map((code) => lookUpPostalCode(code)));
  expect(answers.length).toBe(450);
  expect(answers.filter((places) => places[0]?.city !== '千代田区')).toEqual([]);
});

test('P-18 a place without a town of its own', () => {
  const entry = { source: 'ken_all', prefecture: '東京都', city: '利島村', multiTown: false } as const;
  const rest = {
    postalCode: '',
    oldPostalCode: '',
    jisCode: '',
    prefectureKana: '',
    cityKana: '',
    townKana: '',
    multiPostalCode: false,
    koazabanchi: false,
    chome: false,
  };
  const town = (name: string) => placesOf({ ...entry, ...rest, town: name })[0]?.town;
  expect(['利島村一円', '一円', '利島村の次に番地がくる場合', '大浦（１～３）'].map(town)).toEqual([
    '',
    '一円',
    '',
    '大浦',
  ]);
});
