import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOfUnit } from '../../domain/unlock-codes/factory-file.ts';
import { formatDecimal } from '../../domain/unlock-codes/notation.ts';
import { giveDevices, newCustomer, newMaker, register } from '../../tools/test/devices.ts';
import { carryOut, uploadFile } from '../../tools/test/imports.ts';
import { siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { inFullWidth } from '../../tools/test/width.ts';
import { insideId } from '../kernel/ids.ts';
import { KeyUnavailable } from '../kernel/key-provider.ts';
import { unlockFactoryFileOf } from './factory.ts';

let server: TestServer;
let owner: Colleague;
let other: Colleague;
/** Whose code is which, as the list keeps it: the battery has none. */
const kept = ['0007', '0101', '0005', '000007', '012345', '00000007', null] as const;
let serials: string[];
let ids: string[];

type Item = { id: string; serial: string; contributed: { code: string | null; codeBinary: string | null } };

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  [owner, other] = [await newCustomer(server), await newCustomer(server)];
  serials = [
    ...(await giveDevices(server, 3)),
    ...(await giveDevices(server, 2, { model: 'SB3000-X' })),
    ...(await giveDevices(server, 1, { model: 'SB6000-X', claimCode: 'MIHON-1' })),
    ...(await giveDevices(server, 1, { model: 'BP1500' })),
  ];
  ids = [];
  for (const [at, serial] of serials.entries()) {
    const answer = await register(owner, serial, {}, at === 5 ? { claimCode: 'MIHON-1' } : {});
    ids.push(String(answer.body.id));
    if (kept[at] !== null) await keep(ids[at] ?? '', kept[at] ?? '');
  }
});
afterAll(() => server.close());

/** Codes follow from serial numbers; for what is looked for here they have to be known. */
async function keep(device: string, code: string): Promise<void> {
  await sql`update device_registrations set listed = ${JSON.stringify({ code })}::jsonb
    where device_id = ${insideId(device)}::uuid`.execute(server.app.db);
}

async function items(query: string, who = owner): Promise<Item[]> {
  const answer = await who.call('GET', `${who.path}/devices?${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.items as Item[];
}

test('U-05 the list shows both notations of every code, the binary one only where there is one', async () => {
  const shown = new Map((await items('')).map(({ serial, contributed }) => [serial, contributed]));
  expect(serials.map((serial) => shown.get(serial))).toEqual([
    { code: '0007', codeBinary: '0000000111' },
    { code: '0101', codeBinary: '0001100101' },
    { code: '0005', codeBinary: '0000000101' },
    { code: '000007', codeBinary: '' },
    { code: '012345', codeBinary: '' },
    { code: '00000007', codeBinary: '' },
    { code: null, codeBinary: null },
  ]);
});

test.each([
  ['code', '7', [0, 3, 5]],
  ['code', '0007', [0]],
  ['code', '000007', [3]],
  ['code', '007', []],
  ['code', '0101', [1]],
  ['code', '101', [1]],
  ['code', '0000000101', [2]],
  ['codeBinary', '0000000101', [2]],
  ['codeBinary', '0101', [1]],
  ['codeBinary', '0000-0001-11', [0]],
  ['code', '12345', [4]],
  ['code', inFullWidth('0007'), [0]],
  ['code', '1024', []],
  ['code', 'abc', []],
  ['code', '%', []],
  ['code', '0_07', []],
  ['code', `0007' or '1'='1`, []],
])('U-05 %s %j finds the devices %j', async (column, term, expected) => {
  const found = await items(`${column}=${encodeURIComponent(term)}`);
  expect(found.map(({ serial }) => serials.indexOf(serial)).toSorted((a, b) => a - b)).toEqual(expected);
});

test('U-05 conditions on both notations must both fit, and nobody else’s device is found', async () => {
  expect(await items('code=7&codeBinary=0000000111')).toHaveLength(1);
  expect(await items('code=7&codeBinary=0000000101')).toEqual([]);
  expect(await items('code=7', other)).toEqual([]);
  const maker = await newMaker(server);
  expect(await items('code=0007', maker)).toMatchObject([{ serial: serials[0] }]);
});

test.each(['code', 'codeBinary'])('P-22 sorted by %s up and down; what has no code comes first', async (column) => {
  const [up, down] = [await items(`sort=${column}`), await items(`sort=-${column}`)];
  expect(up.map(({ id }) => id)).toEqual(down.map(({ id }) => id).toReversed());
  expect(up.map(({ contributed }) => contributed.code)).toEqual([
    null,
    ...kept.filter((code) => code !== null).toSorted(),
  ]);
});

test('P-22 the file has the codes with their zeros, and takes the same conditions', async () => {
  const file = await owner.call('GET', `${owner.path}/exports/devices?code=7&sort=code&format=csv&language=ja`);
  const [head = '', ...lines] = file.text.trim().split('\r\n');
  expect(head).toContain('キーコード,キーコード（2進数）');
  expect(lines).toHaveLength(3);
  expect(lines.map((line) => serials.findIndex((serial) => line.startsWith(serial)))).toEqual([5, 3, 0]);
  expect(lines[2]).toContain(',"0007","0000000111",');
});

test('U-09 the mail about a registration has the code in both notations', async () => {
  const [serial = ''] = await giveDevices(server, 1);
  const { body } = await register(owner, serial);
  const { code, codeBinary } = body.contributed as { code: string; codeBinary: string };
  const mail = await server.mail.waitFor(({ text }) => text.includes(serial));
  expect(mail.to).toBe(owner.mail);
  expect(mail.text).toContain(`キーコード: ${code}`);
  expect(mail.text).toContain(codeBinary);
});

test('U-04 a file that meets a key provider which is away stores nothing, is tried again, and each unit gets its own code', async () => {
  const many = await giveDevices(server, 5);
  const { shown } = await uploadFile(other, 'device-registrations', ['serial', ...many].join('\r\n'));
  const { keyProvider } = server.app;
  let asked = 0;
  const storedMeanwhile: number[] = [];
  server.app.keyProvider = {
    key: async (name, create) => {
      asked += 1;
      storedMeanwhile.push((await items('', other)).length);
      if (asked === 1) throw new KeyUnavailable('away');
      return keyProvider.key(name, create);
    },
  };
  const over = await carryOut(other, shown);
  server.app.keyProvider = keyProvider;
  expect(over).toMatchObject({ state: 'done', storedCount: 5 });
  expect(storedMeanwhile).toEqual([0, 0]);
  const got = new Map((await items('pageSize=100', other)).map((item) => [item.serial, item.contributed.code]));
  const site = siteOf(server, 'ups');
  for (const serial of many) {
    const unit = { model: 'SB1500-R', serial, version: null, hold: 'code' } as const;
    const made = await unlockFactoryFileOf(server.app, site, unit);
    expect(got.get(serial)).toBe(formatDecimal(made.ok ? codeOfUnit(made.value) : -1, 'bits10'));
  }
});

test('U-06 an ended unit keeps its code in the list', async () => {
  await server.app.db
    .updateTable('device_registrations')
    .set({ ended_on: '2026-11-20' })
    .where('device_id', '=', insideId(ids[0] ?? ''))
    .execute();
  expect(await items('code=0007&ended=yes')).toMatchObject([{ contributed: { code: '0007' } }]);
});
