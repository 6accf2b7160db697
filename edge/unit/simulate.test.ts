import { request as httpRequest } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { formatKey } from '../../domain/registration-keys/key.ts';
import { deviceSecret, issueKey } from '../../domain/registration-keys/scheme.ts';
import type { RunningUnit } from '../pages/serve.ts';
import { runUnit } from './simulate.ts';

const unit = { product: 'unit', deviceId: '0123456789ABCDEF' };
const secret = deviceSecret(Buffer.alloc(32, 1), unit);
const keyFor = (feature: number) => formatKey(issueKey({ secret, unit, fields: { version: 1, feature, slot: 0 } }));
const factory = {
  ...unit,
  idFormat: 'hex16',
  secrets: { 1: Buffer.from(secret).toString('hex') },
  features: [{ code: 1, name: { ja: '録画 <b>', en: 'Recording <b>' } }],
};

const folders: string[] = [];
const running: RunningUnit[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function start({
  now = () => new Date('2026-11-20T01:02:03Z'),
  folder = mkdtempSync(join(tmpdir(), 'unit-')),
} = {}) {
  if (!folders.includes(folder)) folders.push(folder);
  const factoryFile = join(folder, 'factory.json');
  const stateFile = join(folder, 'state.json');
  writeFileSync(factoryFile, JSON.stringify(factory));
  const started = await runUnit({ factoryFile, stateFile, port: 0, now });
  running.push(started);
  return { ...visitor(started.url), folder, stateFile };
}

// A browser without scripts: keeps cookies, sends Origin with forms, follows nothing by itself.
function visitor(url: string) {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url + path, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return {
      status: response.status,
      location: response.headers.get('location'),
      headers: response.headers,
      text: await response.text(),
    };
  };
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = { origin: url }) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  const setUp = () => post('/first-start', { password: '2580', again: '2580' });
  return { url, get: send, post, setUp, cookies };
}

test('K-12 at the first start the admin password is set; until then every page leads there', async () => {
  const { get, post, setUp } = await start();
  for (const path of ['/', '/key', '/login'])
    expect(await get(path)).toMatchObject({ status: 303, location: '/first-start' });
  expect(await post('/key', { key1: keyFor(1) })).toMatchObject({ status: 303, location: '/first-start' });
  expect((await get('/first-start?lang=en')).text).toContain('There is none from the factory');
  expect(await setUp()).toMatchObject({ status: 303, location: '/key' });
  expect(await get('/first-start')).toMatchObject({ status: 303, location: '/' });
  expect(await post('/first-start', { password: '9999', again: '9999' })).toMatchObject({
    status: 303,
    location: '/login',
  });
});

test.each([
  ['three digits', '123', '123', 422],
  ['four digits', '1234', '1234', 303],
  ['ten digits', '1234567890', '1234567890', 303],
  ['eleven digits', '12345678901', '12345678901', 422],
  ['full-width digits', '１２３４', '1234', 303],
  ['letters', '12ab', '12ab', 422],
  ['two different ones', '1234', '1235', 422],
  ['none', '', '', 422],
])('K-12 admin password: %s', async (_, password, again, status) => {
  const { post, stateFile } = await start();
  expect((await post('/first-start', { password, again })).status).toBe(status);
  expect(existsSync(stateFile)).toBe(status === 303);
});

test('K-12 the way of a key: four boxes, a question before the restart, accepted, in the list', async () => {
  const { get, post, setUp, stateFile } = await start();
  await setUp();
  await get('/?lang=en');
  expect((await get('/')).text).toContain('No feature is switched on yet.');
  const [key1 = '', key2 = '', key3 = '', key4 = ''] = keyFor(1).split('-');
  const before = readFileSync(stateFile, 'utf8');
  const asked = await post('/key', { key1, key2, key3, key4 });
  expect(asked.status).toBe(200);
  expect(asked.text).toContain('Save and restart?');
  expect(asked.text).toContain('Recording &lt;b&gt;');
  expect(readFileSync(stateFile, 'utf8')).toBe(before);
  expect(await post('/restart', { key: keyFor(1) })).toMatchObject({ status: 303, location: '/?done=accepted' });
  const home = await get('/?done=accepted');
  expect(home.text).toContain('was accepted and the unit has restarted');
  expect(home.text).toContain(keyFor(1));
  expect(home.text).toContain('0123-4567-89AB-CDEF');
  expect(home.text).not.toContain('<b>');
  expect(await get('/key')).toMatchObject({ status: 303, location: '/login' });
});

test('K-12 a whole key in the first box is taken, full width and hyphens too', async () => {
  const { post, setUp } = await start();
  await setUp();
  const wide = keyFor(1).replaceAll('-', '－').toLowerCase();
  const asked = await post('/key', { key1: wide, key2: '', key3: '', key4: '' });
  expect(asked.status).toBe(200);
  expect(asked.text).toContain('再起動しますか？');
});

test('K-12 a wrong key says that authentication failed, keeps what was typed and changes nothing', async () => {
  const { get, post, setUp, stateFile } = await start();
  await setUp();
  const before = readFileSync(stateFile, 'utf8');
  const typed = { key1: '1234', key2: '"><i', key3: '9ABC', key4: 'DEF0' };
  const refused = await post('/key', typed);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('認証に失敗しました');
  expect(refused.text).toContain('value="&quot;&gt;&lt;i"');
  expect((await post('/restart', { key: '0'.repeat(16) })).status).toBe(422);
  expect((await post('/key', {})).text).toContain('入力してください');
  expect(readFileSync(stateFile, 'utf8')).toBe(before);
  expect((await get('/')).text).toContain('有効な機能はまだありません');
});

test('K-12 what is on survives switching the unit off, and so does the admin password', async () => {
  const first = await start();
  await first.setUp();
  await first.post('/restart', { key: keyFor(1) });
  await running.pop()?.close();
  const { get, post } = await start({ folder: first.folder });
  expect((await get('/')).text).toContain(keyFor(1));
  expect((await post('/login', { password: '2581' })).status).toBe(422);
  expect(await post('/login', { password: '２５８０' })).toMatchObject({ status: 303, location: '/key' });
  expect((await post('/key', { key1: keyFor(1) })).text).toContain('すでに有効です');
});

test('K-12 after five wrong admin passwords, sent side by side too, the right one has to wait', async () => {
  let seconds = 0;
  const { post, setUp } = await start({ now: () => new Date(Date.UTC(2026, 10, 20) + seconds * 1000) });
  await setUp();
  await post('/logout', {});
  const guesses = await Promise.all(Array.from({ length: 8 }, () => post('/login', { password: '0000' })));
  expect(guesses.map((one) => one.status).toSorted((one, other) => one - other)).toEqual([
    422, 422, 422, 422, 422, 429, 429, 429,
  ]);
  expect((await post('/login', { password: '2580' })).status).toBe(429);
  seconds = 60;
  expect((await post('/login', { password: '2580' })).status).toBe(303);
});

test('K-12 the administrator is logged out after ten minutes without use and by logging out', async () => {
  let minutes = 0;
  const { get, post, setUp } = await start({ now: () => new Date(Date.UTC(2026, 10, 20) + minutes * 60_000) });
  await setUp();
  minutes = 9;
  expect((await get('/key')).status).toBe(200);
  minutes = 19;
  expect(await get('/key')).toMatchObject({ status: 303, location: '/login' });
  await post('/login', { password: '2580' });
  expect((await get('/key')).status).toBe(200);
  await post('/logout', {});
  expect(await get('/key')).toMatchObject({ status: 303, location: '/login' });
});

test('K-12 forms from other pages and other names of this machine are refused', async () => {
  const { get, post, setUp, url, stateFile } = await start();
  await setUp();
  const before = readFileSync(stateFile, 'utf8');
  for (const headers of [
    { origin: 'http://evil.example' },
    { origin: 'null' },
    {},
    { origin: url.replace('127.0.0.1', 'localhost') },
  ]) {
    expect((await post('/restart', { key: keyFor(1) }, headers as Record<string, string>)).status).toBe(403);
  }
  const rebound = await new Promise((resolve) => {
    httpRequest(url, { headers: { host: 'evil.example' } }, (response) => resolve(response.resume().statusCode)).end();
  });
  expect(rebound).toBe(403);
  expect(readFileSync(stateFile, 'utf8')).toBe(before);
  expect((await get('/')).headers.get('content-security-policy')).toContain("default-src 'none'");
});

test.each([
  ['a body too large', 'POST', '/key', `key1=${'0'.repeat(4096)}`, 'application/x-www-form-urlencoded', 413],
  ['a body at the limit', 'POST', '/key', `key1=${'0'.repeat(4091)}`, 'application/x-www-form-urlencoded', 422],
  [
    'too many fields',
    'POST',
    '/key',
    Array.from({ length: 11 }, (_, at) => `f${at}=1`).join('&'),
    'application/x-www-form-urlencoded',
    400,
  ],
  ['JSON', 'POST', '/key', '{"key1":"1"}', 'application/json', 415],
  ['an unknown page', 'POST', '/constructor', 'a=1', 'application/x-www-form-urlencoded', 404],
  ['another method', 'PUT', '/key', 'a=1', 'application/x-www-form-urlencoded', 404],
])('K-12 bad requests are refused: %s', async (_, method, path, body, type, status) => {
  const { get, setUp, url } = await start();
  await setUp();
  expect((await get(path, { method, body, headers: { 'content-type': type, origin: url } })).status).toBe(status);
});

test('K-12 the pages speak ja and en, and keep the choice', async () => {
  const { get, setUp } = await start();
  await setUp();
  const languageOf = (page: { text: string }) => /<html lang="(\w+)">/.exec(page.text)?.[1];
  expect(languageOf(await get('/'))).toBe('ja');
  expect(languageOf(await get('/', { headers: { 'accept-language': 'en-US,en;q=0.9' } }))).toBe('en');
  expect(languageOf(await get('/?lang=en'))).toBe('en');
  expect(languageOf(await get('/key'))).toBe('en');
  expect(languageOf(await get('/?lang=xx'))).toBe('en');
  expect(languageOf(await get('/missing'))).toBe('en');
});

test.each([
  ['no JSON', '{', 'it is not JSON'],
  ['a secret too short', JSON.stringify({ ...factory, secrets: { 1: 'abc' } }), 'secrets.1: 64 lower-case hex digits'],
  ['no secret', JSON.stringify({ ...factory, secrets: {} }), 'secrets: at least one secret'],
  [
    'a device ID with hyphens',
    JSON.stringify({ ...factory, deviceId: '0123-4567-89AB-CDEF' }),
    'deviceId: upper-case hex digits',
  ],
  ['a master beside', JSON.stringify({ ...factory, master: 'x' }), 'Unrecognized key: "master"'],
])('K-12 a broken factory file stops the start, without quoting it: %s', async (_, text, expected) => {
  const folder = mkdtempSync(join(tmpdir(), 'unit-'));
  folders.push(folder);
  const factoryFile = join(folder, 'factory.json');
  writeFileSync(factoryFile, text);
  const failed = await runUnit({ factoryFile, stateFile: join(folder, 'state.json'), port: 0 }).then(
    String,
    (error: Error) => error.message,
  );
  expect(failed).toContain(expected);
  expect(failed).not.toContain(factory.secrets[1]);
});

test('K-12 a broken memory stops the start and is left as it is', async () => {
  const { folder, stateFile } = await start();
  writeFileSync(stateFile, '{"keys":3}');
  const failed = await start({ folder }).then(String, (error: Error) => error.message);
  expect(failed).toContain('is not the memory of a unit');
  expect(readFileSync(stateFile, 'utf8')).toBe('{"keys":3}');
});
