import { request } from 'node:https';
import { connect as connectTls } from 'node:tls';
import mqtt, { type IClientOptions } from 'mqtt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { bootstrap } from '../../../edge/gateway/bootstrap.ts';
import { makeGateways, readingsOf, type TestGateway } from '../../../tools/test/gateways.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';

let server: TestServer;
let ca: string;
let tlsUrl: string;
beforeAll(async () => {
  server = await startTestServer({ tls: true });
  if (!server.mqttTls) throw new Error('no TLS');
  ({ ca, url: tlsUrl } = server.mqttTls);
});
afterAll(() => server.close());

/** As `fetch`, which cannot be told whom to trust. */
const send: typeof fetch = (input, init) =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers, body } = init ?? {};
    const asked = request(
      new Request(input).url,
      { method, headers: Object.fromEntries(new Headers(headers)), ca },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve(new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 0 })));
      },
    );
    asked.on('error', reject).end(typeof body === 'string' ? body : undefined);
  });

async function own(): Promise<TestGateway> {
  const [factory] = await makeGateways(server, 1);
  if (!factory) throw new Error('no gateway');
  return { factory, credential: await bootstrap(server.url, factory, send) };
}

function optionsOf({ credential }: TestGateway, more: IClientOptions = {}): IClientOptions {
  const { device: clientId, username, password } = credential;
  return { clientId, username, password, reconnectPeriod: 0, protocolVersion: 4, ca, ...more };
}

const webSocketUrl = () => `${server.url.replace('https', 'wss')}/mqtt`;

describe('E-10 connections', () => {
  test.each(['TLS', 'WebSocket over TLS'])('%s carries what a device says and is told', async (way) => {
    const gateway = await own();
    const client = await mqtt.connectAsync(way === 'TLS' ? tlsUrl : webSocketUrl(), optionsOf(gateway));
    const heard = new Promise<unknown>((resolve) => {
      client.once('message', (topic, payload) => resolve([topic, JSON.parse(payload.toString())]));
    });
    const { root } = gateway.credential;
    await client.subscribeAsync(`${root}/down/ack`);
    const said = { seq: 8, time: server.clock.now().getTime(), values: { powerConsumed: 300 } };
    await client.publishAsync(`${root}/telemetry`, JSON.stringify(said), { qos: 1 });
    expect((await readingsOf(server.app, gateway)).map(({ measured }) => measured[2])).toEqual([300]);
    expect(await heard).toEqual([`${root}/down/ack`, { seq: 8 }]);
    await client.endAsync();
  });

  test('a wrong password is refused there as well, and TLS older than 1.2 is not spoken', async () => {
    const gateway = await own();
    const wrong = optionsOf(gateway, { password: 'x' });
    for (const url of [tlsUrl, webSocketUrl()])
      await expect(mqtt.connectAsync(url, wrong)).rejects.toThrow(/password|authorized/i);
    const old = connectTls({
      port: Number(new URL(tlsUrl).port),
      host: 'localhost',
      ca,
      maxVersion: 'TLSv1.1',
      minVersion: 'TLSv1',
    });
    await expect(
      new Promise((resolve, reject) => void old.once('secureConnect', resolve).once('error', reject)),
    ).rejects.toThrow(/version|protocol|alert/i);
  });

  test.each([
    ['a page of another origin', '/mqtt', { origin: 'https://elsewhere.example' }],
    ['another path', '/mqtt/other', {}],
  ])('%s gets no WebSocket', async (_, path, headers) => {
    const socket = new WebSocket(webSocketUrl().replace('/mqtt', path), 'mqtt', { ca, headers });
    const opened = new Promise((resolve, reject) => void socket.once('open', resolve).once('error', reject));
    await expect(opened).rejects.toThrow(/hang up|reset/i);
  });
});
