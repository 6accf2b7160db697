import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chunked, logInOf, requestOf, type Insider } from '../requests.ts';
import { chunks, endless, json, kilobyte, megabyte, type Rude } from '../rude.ts';

const bodyBytesMax = 64 * kilobyte;

const padded = (bytes: number) => JSON.stringify({ loginId: 'x'.repeat(bytes - '{"loginId":""}'.length) });

export const bodies: Rude[] = [
  { name: 'JSON as long as may be', say: (one) => [logInOf(one, padded(bodyBytesMax))], answers: [400] },
  {
    name: 'JSON one byte longer',
    say: (one) => [logInOf(one, padded(bodyBytesMax + 1))],
    answers: [413],
    mayClose: true,
  },
  {
    name: 'JSON of 10 GB, as it says',
    say: (one) => [logInOf(one, '{', { 'content-length': String(10_000 * megabyte) })],
    answers: [413],
  },
  {
    name: 'JSON without an end',
    say: function* (one) {
      yield requestOf(one, 'POST', '/session', { ...json, ...chunks });
      yield* chunked(endless());
    },
    answers: [413],
    mayClose: true,
  },
  {
    name: 'a body without an end where none is read',
    say: function* (one) {
      yield requestOf({ ...one, cookie: '' }, 'DELETE', '/session', { ...json, ...chunks });
      yield* chunked(endless());
    },
    answers: [204, 401],
    mayClose: true,
  },
  { name: 'JSON 30,000 deep', say: (one) => [logInOf(one, '['.repeat(30_000) + ']'.repeat(30_000))], answers: [400] },
  { name: 'JSON 60,000 deep without an end', say: (one) => [logInOf(one, '{"a":'.repeat(12_000))], answers: [400] },
  {
    name: 'JSON of 6,000 fields',
    say: (one) => [logInOf(one, `{${Array.from({ length: 6_000 }, (_, at) => `"${at}":1`).join(',')}}`)],
    answers: [400],
  },
  {
    name: 'JSON that is no UTF-8',
    say: (one) => [logInOf(one, Buffer.from([0x22, 0xff, 0xfe, 0x22]))],
    answers: [400],
  },
  {
    name: 'a body of another type',
    say: (one) => [logInOf(one, '{}', { 'content-type': 'text/plain' })],
    answers: [415],
  },
  ...[
    ['gzip', gzipSync(Buffer.alloc(50 * megabyte))],
    ['br', brotliCompressSync(Buffer.alloc(50 * megabyte))],
    ['identity, identity, warp', Buffer.from('{}')],
  ].map(([encoding, body]) => ({
    name: `JSON packed by ${String(encoding)}`,
    say: (one: Insider) => [logInOf(one, body as Buffer, { 'content-encoding': String(encoding) })],
    answers: [400, 413, 415],
  })),
];
