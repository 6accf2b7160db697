import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import mqtt from 'mqtt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootstrapProof } from '../../domain/readings/bootstrap.ts';
import { readingFaultCodes } from '../../domain/readings/codes.ts';
import { downKinds, upKinds } from '../../domain/protocol/topics.ts';
import english from '../../domain/texts/en/problems.ts';
import { makeVectors } from '../../edge/camera/vectors.ts';
import { bootstrap } from '../../edge/gateway/bootstrap.ts';
import { basicOf, giveCamera, keysOf, readAll } from '../test/cameras.ts';
import { gatewaySite, makeGateways } from '../test/gateways.ts';
import { startTestServer, type TestServer } from '../test/server.ts';
import { checkout } from '../../server/config.ts';

const page = readFileSync(join(checkout, 'docs', 'device-protocol.md'), 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(/^( *)```(\S+)[^\n]*\n([\s\S]*?)^ *```$/gm)]
    .filter((block) => block[2] === language)
    .map((block) => String(block[3]).replaceAll(/^ {3}/gm, '').trim());

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** A request as the page writes it, its path first and its body below. */
async function ask(block: string | undefined, values: Record<string, string>, authorization = '') {
  const [, method = '', path = '', text = ''] = /^(\S+) (\S+)(?:\n([\s\S]+))?$/.exec(block ?? '') ?? [];
  const sent =
    text && JSON.stringify({ ...(JSON.parse(text.replaceAll('TIME', new Date().toISOString())) as object), ...values });
  const headers = { 'content-type': 'application/json', authorization };
  const answer = await fetch(server.url + path, { method, headers, ...(sent && { body: sent }) });
  return (await answer.json()) as Record<string, string>;
}

/** The arguments of a command as a shell would hand them over. */
function argumentsOf(line: string, values: Record<string, string>): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) =>
      single ?? (double ?? bare ?? '').replaceAll(/\$(\w+)/g, (_, name: string) => values[name] ?? ''),
  );
}

/** Sends what `mosquitto_pub` would with these arguments, and waits as it does for PUBACK; gives what came down meanwhile. */
async function publish(line: string, values: Record<string, string>): Promise<unknown[]> {
  const [program, ...rest] = argumentsOf(line, values);
  if (program !== 'mosquitto_pub' || rest.length % 2 !== 0) throw new Error(`not understood: ${line}`);
  const flags = Object.fromEntries(rest.flatMap((name, at) => (at % 2 === 0 ? [[name, rest[at + 1] ?? '']] : [])));
  const { '-i': clientId = '', '-u': username = '', '-P': password = '', '-t': topic = '', '-m': message = '' } = flags;
  const client = await mqtt.connectAsync(server.mqttUrl, {
    clientId,
    username,
    password,
    protocolVersion: 4,
    reconnectPeriod: 0,
  });
  const heard: unknown[] = [];
  client.on('message', (_, payload) => heard.push(JSON.parse(payload.toString())));
  await client.subscribeAsync(`${values['ROOT']}/down/error`);
  await client.publishAsync(topic, message.replaceAll('TIME', new Date().toISOString()), {
    qos: flags['-q'] === '1' ? 1 : 0,
  });
  await client.endAsync();
  return heard;
}

test('E-10 a stranger gets along with docs/device-protocol.md: every example does what it says', async () => {
  const [factory] = await makeGateways(server, 1);
  if (!factory) throw new Error('no gateway');
  const { serial } = factory;
  const [askChallenge, askCredential, askEntitlement, askBatch] = blocks('http');
  const { challenge = '' } = await ask(askChallenge, { serial });
  const proof = bootstrapProof(Buffer.from(factory.secret, 'hex'), { site: gatewaySite, serial, challenge });
  const given = await ask(askCredential, { serial, challenge, proof });
  const [challengeAnswer, credentialAnswer, payload, entitlementAnswer, errorAnswer, batchAnswer] = blocks('json').map(
    (text) => JSON.parse(text) as object,
  );
  expect(Object.keys(challengeAnswer ?? {})).toEqual(['challenge', 'endsAt']);
  expect(Object.keys(given).toSorted()).toEqual(Object.keys(credentialAnswer ?? {}).toSorted());

  const { device: DEVICE = '', username: USERNAME = '', password: PASSWORD = '', root: ROOT = '' } = given;
  const heard: unknown[] = [];
  const lines = blocks('sh')[0]?.split('\n') ?? [];
  expect(lines.length).toBe(4);
  for (const line of lines) heard.push(...(await publish(line, { DEVICE, USERNAME, PASSWORD, ROOT })));
  expect(heard).toEqual([errorAnswer]);
  const basic = `Basic ${Buffer.from(`${USERNAME}:${PASSWORD}`).toString('base64')}`;
  expect({ ...(await ask(askBatch, {}, basic)), time: '…' }).toEqual(batchAnswer);

  const { rows } = await sql<{
    measured: number[];
    texts: object;
  }>`select measured, texts from readings order by at`.execute(server.app.db);
  expect(rows.map(({ measured, texts }) => [measured[2], texts])).toEqual([
    [420, { 10: 'charging' }],
    [430, null],
  ]);
  const { rows: reports } = await sql<{ kind: string }>`select kind from device_reports order by kind`.execute(
    server.app.db,
  );
  expect(reports.map(({ kind }) => kind)).toEqual(['hello', 'status']);

  const camera = await giveCamera(server, 'VC-20');
  const asked = await ask(askEntitlement, {}, basicOf(await bootstrap(server.url, camera.factory)));
  expect({ ...asked, entitlements: ['…'], time: '…' }).toEqual(entitlementAnswer);
  const [told] = readAll(asked['entitlements'] as unknown as string[], await keysOf(server));
  expect(told).toMatchObject({ serial: camera.factory.serial, licence: { state: 'none' } });
  const keysIn = (value: object = {}) => Object.keys(value).toSorted();
  expect([keysIn(told), keysIn(told?.licence)]).toEqual([keysIn(payload), keysIn((payload as typeof told)?.licence)]);
  expect(payload).toEqual(makeVectors().taken[0]?.payload);
});

test('docs/device-protocol.md has every topic and code, and the right proof to check against', () => {
  const proof = bootstrapProof(Buffer.alloc(32, 7), { site: gatewaySite, serial: 'GW12345678BT', challenge: 'abc' });
  expect(page).toContain(`\`${proof}\``);
  const faults: Record<string, string> = english.readings;
  const rows = readingFaultCodes.map((code) => `| \`${code}\` | ${faults[code]} |`);
  expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  expect(upKinds.filter((kind) => !page.includes(`| \`${kind}\` |`))).toEqual([]);
  expect(downKinds.filter((kind) => !page.includes(`| \`ROOT/down/${kind}\` |`))).toEqual([]);
});
