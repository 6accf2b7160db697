import { expect, test } from 'vitest';
import { readKey, secondKeyWithinMs, type KeyState, type ShortcutAction } from './keys.ts';

const places = ['h', '1', '2'];
const plain = { modified: false, typing: false };

function play(keys: readonly (string | [string, Partial<typeof plain>])[], apartMs = 100): (ShortcutAction | null)[] {
  let state: KeyState = { leadAtMs: null };
  return keys.map((one, index) => {
    const [key, how] = typeof one === 'string' ? [one, {}] : one;
    const verdict = readKey(state, { key, ...plain, ...how }, places, index * apartMs);
    state = verdict.state;
    return verdict.action;
  });
}

test.each<[string, Parameters<typeof play>[0], (ShortcutAction | null)[]]>([
  ['help and search are one key', ['?', '/'], ['help', 'search']],
  ['g and a place are two', ['g', 'h', 'g', '2'], [null, { place: 'h' }, null, { place: '2' }]],
  ['a place by itself is nothing', ['h', '1'], [null, null]],
  ['an unknown second key ends the pair', ['g', 'x', 'h'], [null, null, null]],
  ['what follows g is not read as a key of its own', ['g', '/'], [null, null]],
  ['capital letters are the same', ['G', 'H'], [null, { place: 'h' }]],
  ['the shift key itself does not end the pair', ['g', 'Shift', 'H'], [null, null, { place: 'h' }]],
  [
    'with another key held it is a command of the browser',
    [
      ['/', { modified: true }],
      ['?', { modified: true }],
    ],
    [null, null],
  ],
  ['in a field all keys are text', [['/', { typing: true }], ['g', { typing: true }], 'h'], [null, null, null]],
  ['a field in between ends the pair', ['g', ['h', { typing: true }], 'h'], [null, null, null]],
])('%s', (_, keys, actions) => {
  expect(play(keys)).toEqual(actions);
});

test('the second key counts until its time is over', () => {
  expect(play(['g', 'h'], secondKeyWithinMs)).toEqual([null, { place: 'h' }]);
  expect(play(['g', 'h'], secondKeyWithinMs + 1)).toEqual([null, null]);
});
