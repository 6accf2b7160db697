import { brotliCompressSync, gzipSync } from 'node:zlib';
import { deflated } from '../../tools/test/xlsx.ts';
import { boundary, chunked, logInOf, repeated, requestOf, uploadOf, uploadParts, type Insider } from './requests.ts';

/** One thing that no browser and no device does, and the answers that are right; where `mayClose`, none may come as well. */
export type Rude = {
  name: string;
  say: (insider: Insider) => Iterable<Buffer>;
  answers: readonly number[];
  mayClose?: true;
  /** It ends the connection as soon as it has said it; else that is the server's to do. */
  ends?: true;
};

const kilobyte = 1_024;
const megabyte = kilobyte * kilobyte;
const bodyBytesMax = 64 * kilobyte;
const fileBytesMax = 8 * megabyte;
/** As much as is said to a server that does not stop it. */
const endlessBytes = 96 * megabyte;
const pipelined = 1_000;
const importKind = 'activation-keys';

const json = { 'content-type': 'application/json' };
const goingOn = { connection: 'keep-alive' };
const chunks = { 'transfer-encoding': 'chunked' };
const text = (...lines: string[]) => [Buffer.from(lines.join('\r\n'), 'latin1')];
const padded = (bytes: number) => JSON.stringify({ loginId: 'x'.repeat(bytes - '{"loginId":""}'.length) });
const form = { 'content-type': `multipart/form-data; boundary=${boundary}` };
const endless = () => repeated(Buffer.alloc(64 * kilobyte, 0x20), endlessBytes / (64 * kilobyte));

const filled = (kind: string, name: string, content: Buffer) => {
  const [head, tail] = uploadParts(kind, name);
  return Buffer.concat([head, content, tail]);
};
const manyParts = () => {
  const part = `--${boundary}\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n`;
  return Buffer.from(part.repeat(Math.floor((fileBytesMax - kilobyte) / part.length)) + `--${boundary}--\r\n`);
};
const longPartHeader = () =>
  Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="${'a'.repeat(fileBytesMax - kilobyte)}"\r\n\r\nx\r\n--${boundary}--\r\n`,
  );

const bodies: Rude[] = [
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

const files: Rude[] = [
  {
    name: 'a file of 1 GB, as it says',
    say: (one) => [uploadOf(one, Buffer.from('x'), { 'content-length': String(1_000 * megabyte) })],
    answers: [413],
  },
  {
    name: 'a file without an end',
    say: function* (one) {
      yield requestOf(one, 'POST', `${one.path}/imports`, { ...form, ...chunks });
      yield* chunked([uploadParts(importKind, 'a.csv')[0], ...endless()]);
    },
    answers: [413],
    mayClose: true,
  },
  { name: 'a form of as many parts as fit', say: (one) => [uploadOf(one, manyParts())], answers: [400] },
  { name: 'a form with one long name', say: (one) => [uploadOf(one, longPartHeader())], answers: [400] },
  {
    name: 'a form without a boundary',
    say: (one) => [uploadOf(one, Buffer.from('--x'), { 'content-type': 'multipart/form-data' })],
    answers: [400],
  },
  {
    name: 'a form without its end',
    say: (one) => [uploadOf(one, uploadParts(importKind, 'a.csv')[0])],
    answers: [400],
  },
  {
    name: 'a workbook that unpacks to much',
    say: (one) => {
      const bomb = deflated('xl/worksheets/sheet1.xml', Buffer.alloc(70 * megabyte));
      return [uploadOf(one, filled(importKind, 'a.xlsx', bomb))];
    },
    answers: [400, 422],
  },
  {
    name: 'a workbook that unpacks to more than it says',
    say: (one) => {
      const bomb = deflated('xl/worksheets/sheet1.xml', Buffer.alloc(70 * megabyte), kilobyte);
      return [uploadOf(one, filled(importKind, 'a.xlsx', bomb))];
    },
    answers: [400, 422],
  },
  {
    name: 'a table of 2,000,000 empty columns',
    say: (one) => [uploadOf(one, filled(importKind, 'a.csv', Buffer.from(','.repeat(2_000_000))))],
    answers: [400, 422],
  },
  {
    name: 'a table with a quote that never ends',
    say: (one) => [uploadOf(one, filled(importKind, 'a.csv', Buffer.from(`a,b\r\n"${'x'.repeat(4 * megabyte)}`)))],
    answers: [400, 422],
  },
];

const heads: Rude[] = [
  {
    name: 'a header of 64 KiB',
    say: (one) => [requestOf(one, 'GET', '', { 'x-long': 'x'.repeat(64 * kilobyte) })],
    answers: [431],
  },
  {
    name: '5,000 headers',
    say: (one) => [
      requestOf(one, 'GET', '', Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`x-${at}`, '1']))),
    ],
    answers: [431],
  },
  {
    name: 'an address of 64 KiB',
    say: (one) => [requestOf(one, 'GET', `/${'x'.repeat(64 * kilobyte)}`)],
    answers: [431],
  },
  {
    name: 'an address of 10 KiB',
    say: (one) => [requestOf(one, 'GET', `/${'x'.repeat(10 * kilobyte)}`)],
    answers: [404],
  },
  {
    name: '3,000 questions',
    say: (one) => [requestOf(one, 'GET', `/session?${'a=1&'.repeat(3_000)}`)],
    answers: [200],
  },
  { name: 'an address that is no text', say: (one) => [requestOf(one, 'GET', '/%ff%c0%af/%00')], answers: [404] },
  {
    name: 'a cookie of 12 KiB',
    say: (one) => [requestOf({ ...one, cookie: 'a='.repeat(6 * kilobyte) }, 'GET', '/session')],
    answers: [401, 404],
  },
  ...['//', 'http://[', '*', '/\\', '/%', 'http://a b/', '?', 'x:y'].flatMap((address) => [
    {
      name: `the address ${address}`,
      say: () => text(`GET ${address} HTTP/1.1`, 'host: localhost', 'connection: close', '', ''),
      answers: [400, 404],
      mayClose: true as const,
    },
    {
      name: `a WebSocket at ${address}`,
      say: () =>
        text(
          `GET ${address} HTTP/1.1`,
          'host: localhost',
          'connection: Upgrade',
          'upgrade: websocket',
          'sec-websocket-version: 13',
          'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
          '',
          '',
        ),
      answers: [400, 404],
      mayClose: true as const,
    },
  ]),
  {
    name: 'a WebSocket of another version',
    say: () =>
      text(
        'GET /mqtt HTTP/1.1',
        'host: localhost',
        'connection: Upgrade',
        'upgrade: websocket',
        'sec-websocket-version: 99',
        '',
        '',
      ),
    answers: [400, 426],
  },
  {
    name: 'a WebSocket with a frame of 2^60 bytes',
    say: () => [
      ...text(
        'GET /mqtt HTTP/1.1',
        'host: localhost',
        'connection: Upgrade',
        'upgrade: websocket',
        'sec-websocket-version: 13',
        'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
        'sec-websocket-protocol: mqtt',
        '',
        '',
      ),
      Buffer.from([0x82, 0xff, 0x10, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]),
    ],
    answers: [101],
    mayClose: true,
    ends: true,
  },
  {
    name: 'another protocol',
    say: () => text('GET /mqtt HTTP/1.1', 'host: localhost', 'connection: Upgrade', 'upgrade: h2c', '', ''),
    answers: [400, 404],
    mayClose: true,
  },
  { name: 'no host', say: () => text('GET / HTTP/1.1', '', ''), answers: [400] },
  {
    name: 'two hosts',
    say: () => text('GET / HTTP/1.1', 'host: a.example', 'host: b.example', '', ''),
    answers: [400],
  },
  {
    name: 'a host that is none',
    say: () => text('GET / HTTP/1.1', 'host: a b@[c]:99999', 'connection: close', '', ''),
    answers: [400],
  },
  {
    name: 'a header of no letters',
    say: () => text('GET / HTTP/1.1', 'host: localhost', 'x\0y: z', '', ''),
    answers: [400],
  },
  {
    name: 'a header in two lines',
    say: () => text('GET / HTTP/1.1', 'host: localhost', 'x: y', ' z', '', ''),
    answers: [400],
  },
  { name: 'a method nobody knows', say: () => text('WARP / HTTP/1.1', 'host: localhost', '', ''), answers: [400] },
  ...['TRACE', 'OPTIONS', 'PROPFIND', 'CONNECT'].map((method) => ({
    name: `the method ${method}`,
    say: (one: Insider) => [requestOf(one, method, '/session')],
    answers: [400, 404, 405],
    mayClose: true as const,
  })),
  {
    name: 'an expectation that nobody meets',
    say: (one) => [logInOf(one, '{}', { expect: 'the-unexpected' })],
    answers: [417],
  },
];

const lengths: Rude[] = [
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

const halves: Rude[] = [
  { name: 'nothing at all', say: () => [], answers: [], mayClose: true, ends: true },
  { name: 'half a line', say: () => text('GET /heal'), answers: [400], mayClose: true, ends: true },
  {
    name: 'half the headers',
    say: () => text('GET /healthz HTTP/1.1', 'host: loc'),
    answers: [400],
    mayClose: true,
    ends: true,
  },
  {
    name: 'headers without their end',
    say: () => text('GET /healthz HTTP/1.1', 'host: localhost', ''),
    answers: [400],
    mayClose: true,
    ends: true,
  },
  {
    name: 'half an upload',
    say: (one) => [uploadOf(one, Buffer.alloc(megabyte), { 'content-length': String(4 * megabyte) })],
    answers: [400],
    mayClose: true,
    ends: true,
  },
  { name: 'a line of HTTP/0.9', say: () => text('GET /', ''), answers: [400], mayClose: true, ends: true },
  {
    name: 'HTTP/2',
    say: () => text('PRI * HTTP/2.0', '', 'SM', '', ''),
    answers: [400, 505],
    mayClose: true,
    ends: true,
  },
  { name: 'HTTP/9.9', say: () => text('GET / HTTP/9.9', 'host: localhost', '', ''), answers: [400, 505] },
  {
    name: 'TLS',
    say: () => [Buffer.from('16030100f8010000f4030353', 'hex')],
    answers: [400],
    mayClose: true,
    ends: true,
  },
  { name: 'zeros', say: () => [Buffer.alloc(megabyte)], answers: [400], mayClose: true, ends: true },
  {
    name: `${pipelined} requests at once`,
    say: (one) => piped(requestOf({ ...one, cookie: '' }, 'GET', '/session', goingOn)),
    answers: [401, 400],
  },
  {
    name: `${pipelined} logins at once`,
    say: (one) => piped(logInOf({ ...one, cookie: '' }, '{"loginId":1}', goingOn)),
    answers: [400, 429],
  },
];

/** Many at once, and then one that ends the connection. */
function* piped(request: Buffer): Generator<Buffer> {
  yield* repeated(request, pipelined);
  yield* text('GET /healthz?last HTTP/1.1', 'host', '', '');
}

export const rudeRequests: readonly Rude[] = [...bodies, ...files, ...heads, ...lengths, ...halves];
