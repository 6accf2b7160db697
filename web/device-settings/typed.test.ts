import { expect, test } from 'vitest';
import type { Setting } from './requests.ts';
import { endsOf, judgeTyped, textOf, windowText } from './typed.ts';

const name = { ja: '設定', en: 'Setting' };
const one = (of: Partial<Setting> & Pick<Setting, 'code' | 'kind'>): Setting => ({
  name,
  unit: null,
  min: null,
  max: null,
  step: null,
  choices: [],
  value: null,
  pending: null,
  ...of,
});
const asked = (value: Setting['value']) => ({
  value: value ?? '',
  askedAt: '',
  handedAt: null,
  overdue: false,
  user: null,
  organization: null,
});
const reserve = one({ code: 'reserve', kind: 'integer', min: 0, max: 90, unit: '%', value: 30 });
const hours = one({ code: 'hours', kind: 'window', step: 15, value: '23:00-05:00' });
const light = one({ code: 'light', kind: 'boolean', value: true });
const mode = one({ code: 'mode', kind: 'choice', choices: [{ code: 'eco', name }] });

test('E-09 only what is another than before is asked for, in the width people type', () => {
  expect(judgeTyped([reserve, hours, light, mode], {})).toEqual({ values: {}, faults: [] });
  expect(judgeTyped([reserve], { reserve: ' ４５ ' })).toEqual({ values: { reserve: 45 }, faults: [] });
  expect(judgeTyped([{ ...reserve, pending: asked(45) }], { reserve: '45' }).values).toEqual({});
  expect(judgeTyped([{ ...reserve, pending: asked(45) }], { reserve: '30' }).values).toEqual({ reserve: 30 });
  expect(judgeTyped([light, mode], { light: 'false', mode: 'eco' }).values).toEqual({ light: false, mode: 'eco' });
});

test.each([
  [reserve, '', 'identifiers/required'],
  [reserve, '91', 'device-settings/too-high'],
  [reserve, '4O', 'device-settings/not-a-number'],
  [reserve, '4.5', 'device-settings/not-whole'],
  [hours, '23:00-', 'device-settings/not-a-window'],
  [hours, '', 'identifiers/required'],
  [hours, '23:07-05:00', 'device-settings/window-step'],
  [light, 'maybe', 'device-settings/not-yes-or-no'],
  [mode, 'warp', 'device-settings/not-a-choice'],
])('E-09 what is wrong is told at its field: %#', (setting, text, fault) => {
  const { faults, values } = judgeTyped([setting], { [setting.code]: text });
  expect([faults.map((found) => found.fault), values]).toEqual([[fault], {}]);
});

test('E-09 a window has two ends', () => {
  expect(endsOf(textOf(hours))).toEqual({ from: '23:00', until: '05:00' });
  expect(windowText({ from: '22:00', until: '' })).toBe('22:00-');
  expect(endsOf('22:00-')).toEqual({ from: '22:00', until: '' });
  expect(windowText(endsOf(''))).toBe('');
});
