import { expect, test } from 'vitest';
import { lastWord, reminderDelayMs, type Telling } from './telling.ts';

const days = 86_400_000;

test.each([
  [0, 1],
  [1, 2],
  [2, 4],
  [5, 32],
  [6, 32],
  [1000, 32],
])('P-35 after %d reminders the next comes in %d days', (reminded, expected) => {
  expect(reminderDelayMs(reminded)).toBe(expected * days);
});

test.each<[Telling[], ReturnType<typeof lastWord>]>([
  [[], null],
  [['raised'], { telling: 'raised', passed: false }],
  [['cleared'], { telling: 'cleared', passed: false }],
  [['raised', 'cleared'], { telling: 'cleared', passed: true }],
  [['flapping', 'cleared'], { telling: 'cleared', passed: true }],
  [['reminder', 'cleared'], { telling: 'cleared', passed: false }],
])('P-35 of %j a mail says %j', (happened, said) => {
  expect(lastWord(happened)).toEqual(said);
});
