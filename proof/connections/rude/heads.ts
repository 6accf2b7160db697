import { logInOf, requestOf, type Insider } from '../requests.ts';
import { kilobyte, text, type Rude } from '../rude.ts';

const webSocketKey = 'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==';
const webSocketAt = (address: string, ...more: string[]) =>
  text(`GET ${address} HTTP/1.1`, 'host: localhost', 'connection: Upgrade', 'upgrade: websocket', ...more, '', '');

export const heads: Rude[] = [
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
      say: () => webSocketAt(address, 'sec-websocket-version: 13', webSocketKey),
      answers: [400, 404],
      mayClose: true as const,
    },
  ]),
  {
    name: 'a WebSocket of another version',
    say: () => webSocketAt('/mqtt', 'sec-websocket-version: 99'),
    answers: [400, 426],
  },
  {
    name: 'a WebSocket with a frame of 2^60 bytes',
    say: () => [
      ...webSocketAt('/mqtt', 'sec-websocket-version: 13', webSocketKey, 'sec-websocket-protocol: mqtt'),
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
