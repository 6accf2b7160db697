import { describe, expect, test } from 'vitest';
import { chosenOf, mailNoticeEvents } from './events.ts';
import { mailNoticeOptionsSchema } from './options.ts';

test.each([
  [['error', 'service-call'], [...mailNoticeEvents], ['service-call', 'error']],
  [['error', 'error'], [...mailNoticeEvents], ['error']],
  [['error', 'toner-low'], ['error'], ['error']],
  [['fire'], [...mailNoticeEvents], []],
  [[], [...mailNoticeEvents], []],
] as const)('C-11 of %j a site that offers %j takes %j', (wished, offered, taken) => {
  expect(chosenOf(wished, offered)).toEqual(taken);
});

describe('C-11 the data of a site', () => {
  test.each([
    [{ events: ['error'] }, true],
    [{ events: ['error'], usual: { owner: ['error'] } }, true],
    [{ events: [...mailNoticeEvents] }, true],
    [{ events: ['monthly-report'], usual: { owner: ['monthly-report'] } }, false],
    [{ events: [] }, false],
    [{ events: ['error', 'error'] }, false],
    [{ events: ['fire'] }, false],
    [{ events: ['error'], usual: { others: ['warning'] } }, false],
  ])('%j: %s', (data, taken) => {
    expect(mailNoticeOptionsSchema.safeParse(data).success).toBe(taken);
  });
});
