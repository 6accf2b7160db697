import { logInOf, requestOf, type Insider } from '../requests.ts';
import { chunks, json, kilobyte, type Rude } from '../rude.ts';

export const lengths: Rude[] = [
  {
    name: 'a body longer than it says',
    say: (one) => [logInOf(one, '{} and more of it\r\n\r\n', { 'content-length': '2' })],
    answers: [400],
  },
  {
    name: 'a body shorter than it says',
    say: (one) => [logInOf(one, '{}', { 'content-length': '1000' })],
    answers: [400],
    mayClose: true,
    ends: true,
  },
  { name: 'a length below zero', say: (one) => [logInOf(one, '{}', { 'content-length': '-1' })], answers: [400] },
  { name: 'a length that is none', say: (one) => [logInOf(one, '{}', { 'content-length': '2x' })], answers: [400] },
  {
    name: 'two lengths',
    say: (one) => [logInOf(one, '{}', { 'content-length': '2\r\ncontent-length: 3' })],
    answers: [400],
  },
  { name: 'a length and chunks', say: (one) => [logInOf(one, '2\r\n{}\r\n0\r\n\r\n', chunks)], answers: [400] },
  {
    name: 'chunks in another coding',
    say: (one) => [logInOf(one, '{}', { 'transfer-encoding': 'gzip' })],
    answers: [400],
  },
  ...[
    ['a chunk whose length is none', 'zz\r\n{}\r\n0\r\n\r\n'],
    ['a chunk longer than it says', '1\r\n{}\r\n0\r\n\r\n'],
    ['a chunk of 2^63 bytes', '7fffffffffffffff\r\n{}'],
    ['a chunk with 64 KiB beside its length', `2;${'x'.repeat(64 * kilobyte)}\r\n{}\r\n0\r\n\r\n`],
    ['64 KiB behind the last chunk', `2\r\n{}\r\n0\r\nx: ${'x'.repeat(64 * kilobyte)}\r\n\r\n`],
  ].map(([name = '', body = '']) => ({
    name,
    say: (one: Insider) => [requestOf(one, 'POST', '/session', { ...json, ...chunks }, body)],
    answers: [400, 413, 431],
    mayClose: true as const,
    ends: true as const,
  })),
];
