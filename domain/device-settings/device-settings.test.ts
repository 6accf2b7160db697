import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingSchema } from '../devices/model-options.ts';
import { changedAtDevice, settle } from './answer.ts';
import { checkSetting, fitsKind, type Setting } from './value.ts';
import { isWithin, readWindow } from './window.ts';

const name = { ja: '設定', en: 'Setting' };
const setting = (of: object): Setting => settingSchema.parse({ code: 'some', name, ...of });
const reserve = setting({ kind: 'integer', unit: '%', min: 5, max: 90, step: 5 });
const fine = setting({ kind: 'number', min: 0, max: 1, step: 0.1 });
const mode = setting({
  kind: 'choice',
  choices: [
    { code: 'eco', name },
    { code: 'backup', name },
  ],
});
const window = setting({ kind: 'window', step: 15 });

describe('E-09 a value within its limits passes, anything else names the limit', () => {
  test.each<[Setting, unknown, string | null]>([
    [reserve, 5, null],
    [reserve, 90, null],
    [reserve, 4, 'too-low'],
    [reserve, 91, 'too-high'],
    [reserve, 12, 'not-a-step'],
    [reserve, 12.5, 'not-whole'],
    [reserve, '10', 'not-a-number'],
    [reserve, Number.NaN, 'not-a-number'],
    [reserve, null, 'not-a-number'],
    [fine, 0.3, null],
    [fine, 0.35, 'not-a-step'],
    [setting({ kind: 'number' }), -1e9, null],
    [setting({ kind: 'boolean' }), false, null],
    [setting({ kind: 'boolean' }), 'false', 'not-yes-or-no'],
    [mode, 'eco', null],
    [mode, 'Eco', 'not-a-choice'],
    [mode, ['eco'], 'not-a-choice'],
    [window, '23:00-05:15', null],
    [window, '00:00-23:45', null],
    [window, '23:00-05:10', 'window-step'],
    [window, '23:00-23:00', 'window-empty'],
    [window, '24:00-05:00', 'not-a-window'],
    [window, '23:00', 'not-a-window'],
    [window, 7, 'not-a-window'],
  ])('%#: %j', (of, value, code) => {
    const read = checkSetting(of, value);
    expect(read.ok ? { value: read.value } : read.code).toEqual(code ?? { value });
  });

  test('the limit and its unit are told', () => {
    expect(checkSetting(reserve, 95)).toEqual({ ok: false, code: 'too-high', params: { max: 90, unit: '%' } });
    expect(checkSetting(reserve, 12)).toEqual({ ok: false, code: 'not-a-step', params: { step: 5, unit: '%' } });
  });

  test('a device may hold a value of the kind that is beyond the limits', () => {
    expect([fitsKind(reserve, 99), fitsKind(reserve, '99'), fitsKind(mode, 'gone'), fitsKind(window, 7)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

test('E-09 a window holds as many minutes as it is long, past midnight too', () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  const two = (count: number) => String(count).padStart(2, '0');
  const text = (at: number) => `${two(Math.floor(at / 60))}:${two(at % 60)}`;
  fc.assert(
    fc.property(minute, minute, (from, until) => {
      fc.pre(from !== until);
      const read = readWindow(`${text(from)}-${text(until)}`);
      expect(read).toEqual({ fromMinute: from, untilMinute: until });
      const within = Array.from({ length: 1440 }, (_, at) => at).filter((at) => read && isWithin(read, at));
      expect(within).toHaveLength((until - from + 1440) % 1440);
      expect(within.includes(from) && !within.includes(until)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

describe('E-09 an answer settles what was asked up to its version', () => {
  const pending = [
    { setting: 'reserve', version: 3, after: 30 },
    { setting: 'mode', version: 4, after: 'eco' },
  ];
  test.each<[string, Parameters<typeof settle>[1], (string | undefined)[]]>([
    ['both are in force', { version: 4, values: { reserve: 30, mode: 'eco' }, refused: [] }, ['applied', 'applied']],
    ['one is refused', { version: 4, values: { reserve: 30, mode: 'old' }, refused: ['mode'] }, ['applied', 'refused']],
    [
      'one has another value',
      { version: 4, values: { reserve: 40, mode: 'eco' }, refused: [] },
      ['refused', 'applied'],
    ],
    ['one is not said to be in force', { version: 4, values: { mode: 'eco' }, refused: [] }, ['refused', 'applied']],
    ['the answer is to an earlier version', { version: 3, values: { reserve: 30 }, refused: [] }, ['applied']],
    ['it is no answer', { version: null, values: { reserve: 30, mode: 'eco' }, refused: [] }, []],
  ])('%s', (_, answer, states) => {
    expect(settle(pending, answer).map(({ state }) => state)).toEqual(states);
  });

  test('what was changed at the device is what it says without being asked, and is another than before', () => {
    const before = { reserve: 10, mode: 'eco' };
    const values = { reserve: 10, mode: 'backup', fresh: 1 };
    expect(changedAtDevice(before, { version: null, values })).toEqual([
      { setting: 'mode', before: 'eco', after: 'backup' },
    ]);
    expect(changedAtDevice(before, { version: 3, values })).toEqual([]);
    expect(changedAtDevice(before, { version: null, values: before })).toEqual([]);
  });
});
