import { afterAll, beforeAll, expect, test } from 'vitest';
import { newDealer } from '../../tools/test/licences.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import type { App } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { silentLog } from '../kernel/log.ts';
import { readHead, tellHeads } from './heads.ts';
import { verifyAudit } from './verify.ts';

let server: TestServer;
const site = 'camera';

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const verify = (heads: Parameters<typeof verifyAudit>[1]) =>
  server.app.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx: Tx) => verifyAudit(tx, heads));

async function ofSite(heads: Parameters<typeof verifyAudit>[1] = new Map()) {
  const found = (await verify(heads)).find((one) => one.site === site);
  if (!found) throw new Error('the site is not looked at');
  return found;
}

test('P-25 what people did is sealed; each head goes to the log once, and tells of an end cut off and of a chain written anew', async () => {
  const lines: string[] = [];
  const app: App = {
    ...server.app,
    log: { ...silentLog, info: (fields, msg) => void lines.push(`web-1 | ${JSON.stringify({ ...fields, msg })}`) },
  };
  const dealer = await newDealer(server);
  const wished = { name: '見本 花子', mail: 'hanako@dealer.example.jp', role: 'viewer', language: 'ja' };
  expect((await dealer.create(`${dealer.path}/invitations`, wished)).status).toBe(201);

  await expect.poll(async () => (await ofSite()).waiting).toBe(0);
  const whole = await ofSite();
  expect(whole).toMatchObject({ erased: 0, faults: [] });
  expect(whole.events).toBeGreaterThan(0);

  await tellHeads.run(app, app.clock.now());
  await tellHeads.run(app, app.clock.now());
  const heads = lines.flatMap((line) => readHead(line) ?? []).filter((head) => head.site === site);
  expect(heads).toEqual([{ site, ...whole.head }]);
  expect(await ofSite(new Map([[site, heads]]))).toEqual(whole);

  const beyond = { position: whole.events + 3, hash: 'a'.repeat(64) };
  const other = { position: whole.events, hash: 'b'.repeat(64) };
  expect((await ofSite(new Map([[site, [beyond, other]]]))).faults).toEqual([
    { fault: 'rewritten', position: whole.events },
    { fault: 'cut', position: whole.events + 1 },
  ]);
});

test.each([
  ['another message', '{"site":"camera","position":1,"hash":"00","msg":"listening"}'],
  ['no object', 'head of the audit log'],
  ['half of one', '{"msg":"head of the audit log","site":"camera"'],
  ['no hash', '{"msg":"head of the audit log","site":"camera","position":1}'],
  ['a hash that is none', `{"msg":"head of the audit log","site":"camera","position":1,"hash":"${'z'.repeat(64)}"}`],
  ['a place that is none', `{"msg":"head of the audit log","site":"camera","position":"1","hash":"${'a'.repeat(64)}"}`],
])('P-25 a line of the log without a head is passed over: %s', (_, line) => {
  expect(readHead(line)).toBeNull();
});
