import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newCompany, type Member } from '../tools/test/accounts.ts';
import { freshDatabase, type FreshDatabase } from '../tools/test/fresh-database.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../tools/test/sixth-site.ts';
import { checkout, readConfig } from './config.ts';
import { securityHeaders } from './kernel/http/security-headers.ts';
import { silentLog } from './kernel/log.ts';
import { startServer } from './main.ts';

let server: TestServer;
let company: Member;

const siteWithOrigin = (folder: string) => writeSixthSite(folder, 'origin: http://kettle.example.jp:8080\n');

beforeAll(async () => {
  server = await startTestServer({ moreSites: { [sixthSite]: siteWithOrigin } });
  company = await newCompany(server);
});
afterAll(() => server.close());

function get(path: string, host: string, method = 'GET'): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path, method, headers: { host } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

test('P-27 /healthz and /readyz say that it lives and can serve', async () => {
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready' });
});

test('P-24 the OpenAPI document is served as it is committed, with an operationId for each operation', async () => {
  const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  expect(document.openapi).toBe('3.1.0');
  const ids = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map((operation) => operation.operationId),
  );
  expect(ids.length).toBeGreaterThan(20);
  expect(new Set(ids).size).toBe(ids.length);
});

test('P-02 a site with a host of its own answers there, and no other site does', async () => {
  const own = 'kettle.example.jp:8080';
  expect((await get(`/api/${sixthSite}`, own)).status).toBe(200);
  expect((await get('/api/conference', own)).status).toBe(404);
  expect((await get('/login', own)).text).toContain(`<meta name="engawa-site" content="${sixthSite}">`);
  expect((await get('/conference/login', new URL(server.url).host)).text).not.toContain('engawa-site');
});

test('P-24 files of the web app carry what a browser needs, and no path leads out of them', async () => {
  const page = await fetch(`${server.url}/conference/login`);
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
  const asset = await fetch(`${server.url}${script}`, { headers: { 'accept-encoding': 'br' } });
  expect(asset.headers.get('cache-control')).toContain('immutable');
  expect(asset.headers.get('content-encoding')).toBe('br');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  for (const path of [
    '/assets/nothing.js',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/../../package.json',
  ])
    expect((await get(path, new URL(server.url).host)).text).not.toContain('"license"');
  for (const path of ['/api/nothing/at/all', '/metrics', '/nothing/login', '/%00', '/conference/login.php'])
    expect((await get(path, new URL(server.url).host)).status).toBe(404);
  for (const path of ['/', '/conference', '/conference/login'])
    expect((await get(path, new URL(server.url).host)).status).toBe(200);
});

test('P-24 every answer, whoever makes it, says the same to browsers, HTTPS for a year among it', async () => {
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await (await fetch(`${server.url}/conference/login`)).text())?.[1];
  const paths = ['/', '/conference/login', '/assets/nothing.js', '/nothing', '/api/conference', '/api/nothing/at/all'];
  const wanted = { ...securityHeaders };
  expect(wanted['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  for (const path of [...paths, String(script), '/api/openapi.json', '/healthz', '/readyz', '/metrics']) {
    const answer = await fetch(server.url + path);
    expect({ path, ...Object.fromEntries(answer.headers) }).toMatchObject({ path, ...wanted });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }
});

test('P-24 TRACE gives nothing back of what was sent', async () => {
  const { status, text } = await get('/api/conference', new URL(server.url).host, 'TRACE');
  expect(status).toBe(404);
  expect(text).not.toMatch(/host:|TRACE/i);
});

type Settings = Record<string, string>;

async function startOn(database: FreshDatabase, folder: string, more: Settings = {}) {
  const config = readConfig({ PORT: '0', DATABASE_URL: database.appUrl, ENGAWA_DATA_DIR: folder, ...more });
  if (!config.ok) throw new Error(config.faults.map((fault) => fault.sentence).join());
  return startServer({ config: config.config, demo: false, log: silentLog });
}

test('P-27 a graceful stop finishes the request it took', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'engawa-stop-'));
  const database = await freshDatabase(inject('templateUrl'));
  const running = await startOn(database, folder);
  const slow = fetch(`${running.url}/api/conference/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ loginId: 'nobody99', password: 'x' }),
  });
  await new Promise((resolve) => setImmediate(resolve));
  const [answer] = await Promise.all([slow, fetch(`${running.url}/healthz`).then(() => running.close())]);
  expect(answer.status).toBe(401);
  await database.drop();
  await rm(folder, { recursive: true });
});

test('P-27 a taken port and broken sites stop the start with a sentence, and leave nothing behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'engawa-broken-'));
  const database = await freshDatabase(inject('templateUrl'));
  await expect(startOn(database, folder, { PORT: new URL(server.url).port })).rejects.toThrow(
    /port \d+ is in use; set PORT/,
  );
  await cp(join(checkout, 'sites'), join(folder, 'sites'), { recursive: true });
  await writeFile(join(folder, 'sites', 'conference', 'site.yaml'), 'name: 5\n');
  await expect(startOn(database, folder, { ENGAWA_SITES_DIR: join(folder, 'sites') })).rejects.toThrow(
    /site\.yaml:1:7 name: expected/,
  );
  await database.drop();
  await rm(folder, { recursive: true });
});

test('P-11 logging in again ends the session before it', async () => {
  const before = new Map(company.cookies);
  await company.call('POST', '/session', { loginId: company.loginId, password: 'Engawa26' });
  for (const [name, value] of before) company.cookies.set(name, value);
  expect((await company.call('GET', '/session')).status).toBe(401);
});

test('P-20 of an answer that is refused as too large nothing is read on', async () => {
  const answer = await company.call('POST', '/session', {
    loginId: 'a',
    password: randomBytes(40_000).toString('hex'),
  });
  expect(answer.status).toBe(413);
});
