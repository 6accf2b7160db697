import { logInOf, repeated, requestOf, uploadOf } from '../requests.ts';
import { megabyte, text, type Rude } from '../rude.ts';

const pipelined = 1_000;
const goingOn = { connection: 'keep-alive' };

export const halves: Rude[] = [
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
