import { randomInt } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Logger } from '../server/kernel/log.ts';
import { newOperator, type Member } from '../tools/test/accounts.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { attackedNone, beRude, spoil } from './connections/attack.ts';
import { others } from './connections/others.ts';
import { open, targetOf, type Target } from './connections/raw.ts';
import { insiderOf, uploadOf, type Insider } from './connections/requests.ts';
import { rudeRequests } from './connections/rude/all.ts';
import { hold, slowKinds } from './connections/slow.ts';
import { seededRandom } from './kit/random.ts';

const site = 'conference';
const spoilt = 100;
const slow = 5 * slowKinds.length;
const asked = 40;
const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
/** Alone it takes a tenth of this; what is beside it on a busy machine must not end it. */
const withinMs = 600_000;

/** Left to itself Node waits for two minutes, or for ever; here it is a few seconds. */
const letGoWithinMs = 100_000;

const errors: unknown[] = [];
const log: Logger = { debug() {}, info() {}, warn() {}, error: (...said: unknown[]) => void errors.push(said) };
let server: TestServer;
let operator: Member;
let insider: Insider;
let http: Target;
beforeAll(async () => {
  server = await startTestServer({ log });
  operator = await newOperator(server, site);
  insider = insiderOf(server.url, site, operator);
  http = targetOf(server.url);
});
afterAll(() => server.close());

test(
  `P-24 rude and spoilt requests are refused or cut off, and the server is surprised by none (SEED=${seed})`,
  async () => {
    const attacked = attackedNone();
    await beRude(http, insider, attacked);
    await spoil(http, insider, spoilt, (round) => seededRandom(`${seed} ${round}`), attacked);
    expect({ faults: attacked.faults, errors }).toEqual({ faults: [], errors: [] });
    expect(attacked.connections).toBe(rudeRequests.length + spoilt);
    expect(attacked.answers.get(400)).toBeGreaterThan(50);
  },
  withinMs,
);

test(
  'P-24 others are served beside slow connections of every kind',
  async () => {
    const held = hold(slow, { http, mqtt: targetOf(server.mqttUrl) }, insider);
    try {
      await expect.poll(() => held.open(), { timeout: withinMs }).toBeGreaterThan(slow * 0.8);
      const { faults } = await others(server.url, site, operator).ask(asked);
      expect([...faults, ...held.faults]).toEqual([]);
    } finally {
      await held.letGo();
    }
    expect(errors).toEqual([]);
  },
  withinMs,
);

test('P-24 of the files that somebody sends slowly, four may lie in the memory', async () => {
  const begun = uploadOf(insider, Buffer.alloc(100), { 'content-length': '1000000' });
  const send = () => {
    const socket = open(http);
    const answer = new Promise<string>((resolve) => void socket.once('data', (data: Buffer) => resolve(String(data))));
    socket.write(begun);
    return { socket, answer };
  };
  const all = Array.from({ length: 5 }, send);
  try {
    expect(await Promise.race(all.map(({ answer }) => answer))).toMatch(/^HTTP\/1\.1 429 [^]*retry-after: 5/i);
  } finally {
    for (const { socket } of all) socket.destroy();
  }
  // They are gone with whoever sent them.
  await expect
    .poll(async () => {
      const next = send();
      const said = await Promise.race([next.answer, new Promise((resolve) => setTimeout(resolve, 500, 'waits'))]);
      next.socket.destroy();
      return said;
    })
    .toBe('waits');
});

test(
  'P-24 who opens a connection for TLS and says nothing is let go',
  async () => {
    const other = await startTestServer({ tls: true });
    try {
      const ports = [other.url, String(other.mqttTls?.url)].map((url) => Number(new URL(url).port));
      const closed = ports.map(
        (port) =>
          new Promise((resolve) => {
            connect({ port, host: '127.0.0.1' })
              .once('close', () => resolve('closed'))
              .on('error', () => undefined)
              .resume();
          }),
      );
      expect(await Promise.all(closed)).toEqual(['closed', 'closed']);
    } finally {
      await other.close();
    }
  },
  letGoWithinMs,
);
