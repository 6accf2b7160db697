import { expect, test } from 'vitest';
import { checkNoticePeriod, checkWindowPeriod, overlap } from './notice.ts';
import { periodState, secondsUntilEnd } from './period.ts';
import { bodyCharactersMax, parseBody, readTexts, titleCharactersMax } from './text.ts';

const at = (text: string) => new Date(`2026-12-${text}:00Z`);
const period = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const now = at('10T12:00');

test.each([
  ['2026-12-10T11:59:59Z', 'planned'],
  ['2026-12-10T12:00:00Z', 'current'],
  ['2026-12-10T12:59:59Z', 'current'],
  ['2026-12-10T13:00:00Z', 'past'],
])('P-04 from 12:00 to 13:00, at %s it is %s', (instant, state) => {
  expect(periodState(period('10T12:00', '10T13:00'), new Date(instant))).toBe(state);
});

test('P-04 Retry-After is whole seconds and never zero', () => {
  expect(secondsUntilEnd({ endsAt: at('10T13:00') }, now)).toBe(3600);
  expect(secondsUntilEnd({ endsAt: now }, now)).toBe(1);
});

const table = [
  ['from now on', '10T12:00', '10T13:00', null, [], []],
  ['begun an hour ago', '10T11:00', '10T13:00', null, [], ['startsAt starts-in-the-past']],
  ['end at the beginning', '10T13:00', '10T13:00', null, ['endsAt ends-before-start'], ['endsAt ends-before-start']],
  [
    'end is now',
    '10T11:00',
    '10T12:00',
    null,
    ['endsAt ends-in-the-past'],
    ['startsAt starts-in-the-past', 'endsAt ends-in-the-past'],
  ],
  ['14 days', '11T00:00', '25T00:00', null, [], []],
  ['14 days and a minute', '11T00:00', '25T00:01', null, [], ['endsAt period-long']],
  ['running, end later', '10T11:00', '10T14:00', period('10T11:00', '10T13:00'), [], []],
  [
    'running, beginning moved',
    '10T13:00',
    '10T14:00',
    period('10T11:00', '10T13:00'),
    ['startsAt started-already'],
    ['startsAt started-already'],
  ],
  ['planned, beginning moved', '10T13:00', '10T14:00', period('10T20:00', '10T21:00'), [], []],
] as const;

test.each(table)('P-04 %s: %s to %s', (_, from, to, before, ofNotice, ofWindow) => {
  const say = (faults: { field: string; code: string }[]) => faults.map(({ field, code }) => `${field} ${code}`);
  expect(say(checkNoticePeriod(period(from, to), now, before))).toEqual(ofNotice);
  expect(say(checkWindowPeriod(period(from, to), now, before))).toEqual(ofWindow);
});

test('P-04 two years are the most for a notice', () => {
  const of = (days: number) => ({ startsAt: now, endsAt: new Date(now.getTime() + days * 86_400_000) });
  expect(checkNoticePeriod(of(731), now)).toEqual([]);
  expect(checkNoticePeriod(of(732), now)).toEqual([{ field: 'endsAt', code: 'period-long', params: { days: 731 } }]);
});

test.each([
  ['10T11:00', '10T12:00', false],
  ['10T11:00', '10T12:01', true],
  ['10T12:10', '10T12:20', true],
  ['10T13:00', '10T14:00', false],
])('P-04 a window from %s to %s against one from 12:00 to 13:00', (from, to, shared) => {
  expect(overlap(period(from, to), period('10T12:00', '10T13:00'))).toBe(shared);
  expect(overlap(period('10T12:00', '10T13:00'), period(from, to))).toBe(shared);
});

test('P-04 a text keeps its lines, loses blanks around it, and is refused when empty, too long or not to be seen', () => {
  expect(parseBody('  一行目\r\n\r\n二行目\t終わり\n ')).toEqual({ ok: true, value: '一行目\n\n二行目\t終わり' });
  expect(parseBody(' \n ')).toMatchObject({ code: 'required' });
  expect(parseBody('a\u0007b')).toMatchObject({ code: 'text-control' });
  expect(parseBody('a\u202Eb')).toMatchObject({ code: 'text-control' });
  expect(parseBody('あ'.repeat(bodyCharactersMax))).toMatchObject({ ok: true });
  expect(parseBody('あ'.repeat(bodyCharactersMax + 1))).toMatchObject({ code: 'text-long' });
});

test('P-21 every language that is missing, and every title that is too long, is told at its place', () => {
  const long = 'a'.repeat(titleCharactersMax + 1);
  const { faults } = readTexts({ title: { ja: '', en: long }, body: { ja: '本文', en: '' } });
  expect(faults.map(({ part, language, code }) => `${part}/${language} ${code}`)).toEqual([
    'title/ja required',
    'title/en text-long',
    'body/en required',
  ]);
  expect(readTexts({ body: { ja: ' 本文 ', en: 'text' } })).toEqual({
    texts: { body: { ja: '本文', en: 'text' } },
    faults: [],
  });
});
