import { randomBytes, randomInt } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mqtt from 'mqtt';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { newCompany, testPassword, tokenIn, type Member } from '../tools/test/accounts.ts';
import { giveActivationKeys, randomHex } from '../tools/test/activation-keys.ts';
import { ownGateways, newAt } from '../tools/test/alarms.ts';
import { withKey } from '../tools/test/api-keys.ts';
import { giveDevices, newCustomer, register } from '../tools/test/devices.ts';
import { everySite, withEverySite } from '../tools/test/every-capability.ts';
import { basicOf, claimCode, factoryFileFor, telemetry, type TestGateway } from '../tools/test/gateways.ts';
import { person, type Answer, type Person } from '../tools/test/person.ts';
import { fillPath } from '../tools/test/routes.ts';
import { setUpApp } from '../tools/test/second-factor.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { allRoutes } from './capabilities.ts';
import { createLog } from './kernel/log.ts';

const metricsToken = randomBytes(16).toString('hex');
/** By what they are; each is long enough to stand nowhere by chance. */
const secrets = new Map<string, string>();
const refusals: string[] = [];
let folder: string;
let logFd: number;
let server: TestServer;
let company: Member;
let gateway: TestGateway;

/** The real server with the log it has in production, at its most talkative. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engawa-log-'));
  logFd = openSync(join(folder, 'log'), 'a');
  server = await startTestServer({
    moreSites: withEverySite,
    log: createLog('debug', logFd),
    env: { ENGAWA_METRICS_TOKEN: metricsToken, ENGAWA_EGRESS_ALLOW: '127.0.0.1' },
  });
  secrets.set('metrics token', metricsToken);
});
afterAll(async () => {
  await server.close();
  closeSync(logFd);
  await rm(folder, { recursive: true });
});

function keep(what: string, secret: unknown): string {
  if (typeof secret !== 'string' || secret.length < 9) throw new Error(`${what} is no secret: ${String(secret)}`);
  secrets.set(what, secret);
  return secret;
}

/** A password that the strictest of the sites takes, and that is nobody's. */
function newPassword(): string {
  const letters = 'KMPRTWXZ';
  const drawn = Array.from({ length: 4 }, () => `${letters[randomInt(letters.length)]}${randomInt(2, 10)}`);
  return `Q${drawn.join('')}q`;
}

/** Somebody whose refusals are kept, to be looked through. */
function watched<P extends Person>(someone: P): P {
  const call: Person['call'] = async (...asked) => noted(await someone.call(...asked));
  const create: Person['create'] = async (path, body) => noted(await someone.create(path, body));
  return { ...someone, call, create };
}
function noted(answer: Answer): Answer {
  if (answer.status >= 400) refusals.push(answer.text);
  return answer;
}
function done(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(answer.text);
  return answer;
}

const logged = () => readFileSync(join(folder, 'log'), 'utf8');
const stands = (text: string) => [...secrets].filter(([, secret]) => text.includes(secret)).map(([what]) => what);

test('P-19 P-27 people, programs and devices come with their secrets, and some of it goes wrong', async () => {
  company = watched(await newCompany(server, everySite));
  const { loginId } = company;
  const password = keep('password', newPassword());
  done(await company.call('POST', '/session/password', { password: testPassword, newPassword: password }));
  keep('cookie of a session', company.cookies.get(`__Host-${everySite}`));
  keep('cookie of a browser', company.cookies.get(`__Host-${everySite}-browser`));

  const wish = { name: '集計', scopes: ['devices:read'], endsAt: null, password };
  keep('API key', done(await company.create(`${company.path}/api-keys`, wish)).body['token']);
  const hook = { name: '基幹', url: 'http://127.0.0.1:9/hook', kinds: ['devices.changed'] };
  keep('secret of a webhook', done(await company.create(`${company.path}/webhooks`, hook)).body['secret']);

  const { secret, recoveryCodes } = await setUpApp(server, company, password);
  keep('secret of an app', secret);
  for (const [at, code] of recoveryCodes.entries()) keep(`recovery code ${at + 1}`, code);

  const stranger = watched(person(server.url, everySite));
  const wrong = keep('wrong password', newPassword());
  expect((await stranger.call('POST', '/session', { loginId, password: wrong })).status).toBe(401);
  await stranger.call('POST', '/session', { loginId, password });
  keep('cookie of a second step', [...stranger.cookies].find(([name]) => name.includes('step'))?.[1]);
  await stranger.call('POST', '/session/second-step', { kind: 'totp', code: '000000' });
  done(await stranger.call('POST', '/session/second-step', { kind: 'recovery-code', code: recoveryCodes[0] }));

  done(await stranger.create('/password-resets', { account: loginId }));
  const mail = await server.mail.waitFor(
    ({ subject, text }) => subject.includes('再設定') && text.includes('set-password#'),
  );
  keep('link of a reset', tokenIn(mail.text));
  keep('address', mail.to);
  const made = keep('made-up link', randomBytes(32).toString('base64url'));
  await stranger.call('POST', '/passwords', { token: made, password: wrong });

  const [key] = await giveActivationKeys(server, 1, { site: everySite });
  keep('registration ID', key?.registrationId);
  const pair = { category: 'conference-unit', deviceId: randomHex(16), activationKeys: [key] };
  const issued = done(await company.create(`${company.path}/registration-keys`, pair));
  keep('registration key', /[0-9A-F]{4}(?:-?[0-9A-F]{4}){3}/.exec(JSON.stringify(issued.body['keys']))?.[0]);
});

test('P-19 P-27 units and devices likewise', async () => {
  const customer = watched(await newCustomer(server));
  const [serial = ''] = await giveDevices(server, 1);
  const { contributed } = done(await register(customer, serial)).body as { contributed: Record<string, string> };
  keep('unlock code', contributed['codeBinary']);

  const owner = await newAt(server, 'customer', '見本 花子');
  [gateway] = (await ownGateways(server, owner)) as [TestGateway];
  keep('credential of a device', gateway.credential.password);
  keep('secret of the factory', (await factoryFileFor(server.app, gateway.factory.serial)).secret);
  keep('claim code', claimCode);
  const report = (authorization: string) =>
    fetch(`${server.url}/api/energy/device-messages`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ messages: [telemetry(server.clock.now().getTime(), { powerConsumed: 1 })] }),
    });
  expect((await report(basicOf(gateway))).status).toBe(200);
  const forged = keep('forged password of a device', randomBytes(24).toString('base64url'));
  const refused = await report(`Basic ${Buffer.from(`${gateway.credential.username}:${forged}`).toString('base64')}`);
  expect(refused.status).toBe(401);
  refusals.push(await refused.text());
  const { device, username } = gateway.credential;
  const options = { clientId: device, username, password: forged, reconnectPeriod: 0 };
  await expect(mqtt.connectAsync(server.mqttUrl, options, false)).rejects.toThrow(/refused/i);
});

test('P-24 whatever is sent where it does not belong is not said again', async () => {
  const value = keep('value in a field', randomBytes(18).toString('base64url'));
  const program = watched(
    withKey(server, `engawa_${keep('made-up API key', randomBytes(32).toString('base64url'))}`, everySite),
  );
  const taking = allRoutes.filter(({ route }) => route.body && !route.upload);
  expect(taking.length).toBeGreaterThan(80);
  for (const { route } of taking) {
    const path = fillPath(route.path, company.organization);
    const method = route.method.toUpperCase();
    const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': '"1"' };
    const body = {
      password: value,
      newPassword: [value],
      token: { of: value },
      code: value,
      loginId: [value],
      mail: value,
      name: [value],
    };
    await company.call(method, path, body, headers);
    await program.call(method, path, body, headers);
    await company.call(method, path, `{"password": "${value}" ${value}`, headers);
  }
  await company.call('GET', `/organizations/${value}/members?search=${value}&sort=${value}`);
  expect(refusals.length).toBeGreaterThan(taking.length * 2);
});

test('P-27 errors of the database carry the row that was to be stored, and leave it out of log and answer', async () => {
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  onTestFinished(() => owner.end());
  server.clock.move(61_000);
  const [password, token] = [secrets.get('password'), secrets.get('link of a reset')];
  const [mail, value] = ['later@example.jp', secrets.get('value in a field')];
  const invited = { name: '見本 次郎', mail, language: 'ja', role: 'viewer' };
  const asks: [string, string, object][] = [
    ['login_steps', '/session', { loginId: company.loginId, password }],
    ['proofs', '/password-resets', { account: company.loginId }],
    ['users', '/passwords', { token, password: newPassword() }],
    ['drafts', '/drafts', { kind: 'registration-keys', values: { deviceId: value } }],
    ['totp_setups', '/account/second-factor/totp/setup', { password }],
    ['mail_changes', '/account/mail-change', { mail, mailAgain: mail, password }],
    ['invitations', `${company.path}/invitations`, invited],
    ['api_keys', `${company.path}/api-keys`, { name: '集計', scopes: ['devices:read'], endsAt: null, password }],
    ['webhooks', `${company.path}/webhooks`, { name: '基幹', url: 'http://127.0.0.1:9/', kinds: ['devices.changed'] }],
  ];
  for (const [table, path, body] of asks) {
    await owner.query(`alter table ${table} add constraint never check (false) not valid`);
    const { status } = await company.call('POST', path, body, { 'idempotency-key': crypto.randomUUID() });
    await owner.query(`alter table ${table} drop constraint never`);
    expect({ table, status }).toEqual({ table, status: 500 });
    expect(logged()).toContain(`new row for relation \\"${table}\\" violates check constraint`);
  }
});

test('P-20 P-24 a mail and a webhook that are not taken say no more either', async () => {
  server.mail.answerWith(451);
  await person(server.url, everySite).create('/password-resets', { account: company.loginId });
  await expect.poll(() => logged().includes('a mail was not taken')).toBe(true);
  server.mail.answerWith(null);
  const list = await company.call('GET', `${company.path}/webhooks`);
  const [webhook] = list.body['items'] as { id: string }[];
  const tried = done(await company.call('POST', `${company.path}/webhooks/${String(webhook?.id)}/test`));
  expect(tried.text).toContain('refused');
  refusals.push(list.text, tried.text);
});

test('P-19 P-27 none of it stands in the log, in /metrics or in an answer that refuses', async () => {
  for (const mail of server.mail.mails) {
    const link = /#([\w-]{30,})/.exec(mail.text)?.[1];
    if (link) secrets.set(`link of "${mail.subject}"`, link);
  }
  expect(secrets.size).toBeGreaterThan(30);
  const lines = logged().trim().split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(8);
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty('msg');
  const answer = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
  const metrics = await answer.text();
  expect(metrics).toContain('operation="logIn"');
  expect({ log: stands(lines.join('\n')), metrics: stands(metrics), refusals: stands(refusals.join('\n')) }).toEqual({
    log: [],
    metrics: [],
    refusals: [],
  });
  expect(lines.join('\n')).not.toMatch(/@example\.jp|見本|花子/);
});
