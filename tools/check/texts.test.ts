import { expect, test } from 'vitest';
import { withBlindness } from './gate.ts';
import { messageArguments } from './message-arguments.ts';
import { stringLiterals } from './sources.ts';
import { compareTexts } from './texts.ts';

const messages: [message: string, found: string[]][] = [
  ['Save', []],
  ['{name} of {organization}', ['name', 'organization']],
  ['{count, plural, one {# key} other {# keys of {owner}}}', ['count', 'owner']],
  ['{date, date, short}', ['date']],
  ['Read <b>{title}</b>', ['<b>', 'title']],
  ["It's '{'literal'}' for {name}", ['name']],
];

test.each(messages)('the arguments of %s', (message, found) => {
  expect(messageArguments(message)).toEqual(found);
});

test.each(['{name', 'a } too many', '{}', '{n, plural, other {#}'])('braces that do not match: %s', (message) => {
  expect(() => messageArguments(message)).toThrow(/character/);
});

test('texts that differ between the languages are named', () => {
  const english = new Map([
    ['a', '{x}'],
    ['b', 'only English'],
    ['c', 'same {y}'],
    ['d', ''],
  ]);
  const japanese = new Map([
    ['a', '{z}'],
    ['c', '同じ{y}'],
    ['d', '空'],
  ]);
  expect(compareTexts(english, japanese)).toEqual([
    'a uses {x} in English and {z} in Japanese',
    'b has no Japanese text',
    'd has no English text',
  ]);
});

test('a gate that saw nothing fails', () => {
  expect(withBlindness({ saw: { files: 3, texts: 0 }, faults: [] }).faults).toEqual([
    'the gate saw no texts, so it proves nothing',
  ]);
  expect(withBlindness({ saw: {}, faults: [] }).faults).toHaveLength(1);
  expect(withBlindness({ saw: { files: 3 }, faults: [] }).faults).toEqual([]);
});

test('string literals are found, comments are not', () => {
  expect(stringLiterals("const a = 'one'; // 'two'\nconst b = `three`; const url = 'http://four';")).toEqual([
    'one',
    'three',
    'http://four',
  ]);
});
