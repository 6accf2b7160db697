import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultProxy, type FaultProxy, type Manner } from './fault-proxy.ts';

const answer = 'abcdefghij'.repeat(100);

let far: { port: number; heard: () => string; open: () => number; close(): Promise<void> };
let proxy: FaultProxy;

/** Answers each piece with the same long text. */
beforeEach(async () => {
  let heard = '';
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('data', (data: Buffer) => {
      heard += data.toString();
      socket.write(answer);
    });
    socket.on('end', () => socket.end());
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  far = { port, heard: () => heard, open: () => sockets.size, close };
  proxy = await faultProxy({ host: '127.0.0.1', port });
});
afterEach(async () => {
  await proxy.close();
  await far.close();
});

type Caller = { socket: Socket; got: () => string; end: () => string | null };

function call(): Caller {
  const socket = connect({ host: '127.0.0.1', port: proxy.port, allowHalfOpen: true });
  let got = '';
  let end: string | null = null;
  socket.on('data', (data: Buffer) => (got += data.toString()));
  socket.on('end', () => (end ??= 'ended'));
  socket.on('error', (error: NodeJS.ErrnoException) => (end ??= error.code ?? 'broken'));
  socket.write('ask');
  return { socket, got: () => got, end: () => end };
}

test.each(['through', 'late', 'drip'] as const)(
  '%s: all that was asked and answered arrives, in order',
  async (manner) => {
    proxy.be(manner);
    const { socket, got, end } = call();
    await expect.poll(got).toBe(answer);
    socket.end();
    await expect.poll(end).toBe('ended');
    expect(far.heard()).toBe('ask');
    expect(proxy.pieces()).toBeGreaterThan(1);
  },
);

const faults: [Manner, what: { heard: string; got: string; end: string | null }][] = [
  ['hole', { heard: '', got: '', end: null }],
  ['mute', { heard: 'ask', got: '', end: null }],
  ['cut', { heard: 'ask', got: answer.slice(0, answer.length / 2), end: 'ECONNRESET' }],
  ['half', { heard: 'ask', got: '', end: 'ended' }],
];

test.each(faults)(
  '%s does what it says, and afterwards its connections are broken',
  async (manner, { heard, got, end }) => {
    proxy.be(manner);
    const caller = call();
    await expect.poll(() => proxy.pieces()).toBeGreaterThanOrEqual(manner === 'hole' ? 1 : 2);
    await expect.poll(caller.end).toBe(end);
    await expect.poll(far.heard).toBe(heard);
    expect(caller.got()).toBe(got);
    proxy.be('through');
    // Who has heard the end hears no more, and finds out by the next thing said.
    await expect.poll(() => caller.socket.closed || (caller.socket.write('?'), false)).toBe(true);
    await expect.poll(far.open).toBe(0);
    await expect.poll(call().got).toBe(answer);
  },
);

test('half: what is asked still arrives', async () => {
  proxy.be('half');
  const caller = call();
  await expect.poll(caller.end).toBe('ended');
  caller.socket.write(' more');
  await expect.poll(far.heard).toBe('ask more');
});

test('a reset breaks every connection at once, and the next one goes through', async () => {
  const caller = call();
  await expect.poll(caller.got).toBe(answer);
  proxy.reset();
  await expect.poll(caller.end).toBe('ECONNRESET');
  await expect.poll(call().got).toBe(answer);
});
