import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveDevices, newSerial } from '../../../../tools/test/devices.ts';
import { carryOut, readFile, uploadFile } from '../../../../tools/test/imports.ts';
import { newColleague, newOrganization, siteOf, type Colleague } from '../../../../tools/test/organizations.ts';
import { faultsOf } from '../../../../tools/test/bulk.ts';
import { startTestServer, type TestServer } from '../../../../tools/test/server.ts';
import { workbook, type TestCell } from '../../../../tools/test/xlsx.ts';
import { registrationsRowsMax } from './importer.ts';

const siteId = 'ups';
const heads = ['製造番号', '購入日', '設置場所の郵便番号', '氏名', 'フリガナ', '備考'];
/** A day as Excel keeps it: 2026-10-15. */
const boughtOn = { day: 46_310 };
let server: TestServer;
let owner: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  const organization = await newOrganization(server, 'customer', '見本工業', siteId);
  owner = await newColleague(server, organization, 'owner', { siteId });
});
afterAll(() => server.close());

const stored = async () =>
  (
    await server.app.db
      .selectFrom('device_registrations')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;

test('U-04 of 5,000 rows in Excel 37 wrong cells are shown, in Japanese, at their cells; mended, all are stored once', async () => {
  const serials = await giveDevices(server, registrationsRowsMax);
  const good: TestCell[][] = serials.map((serial, at) => [
    serial,
    boughtOn,
    '100-0001',
    '見本 花子',
    'みほん はなこ',
    `${at + 1}号機`,
  ]);
  const wrong = good.map((cells) => [...cells]);
  const expected: [number, string][] = [];
  const spoil = (at: number, column: number, cell: TestCell, fault: string) => {
    (wrong[at] as TestCell[])[column] = cell;
    expected.push([at + 2, fault]);
  };
  const site = siteOf(server, siteId);
  for (let at = 0; at < 6; at += 1) {
    spoil(at * 800 + 1, 0, newSerial(site, 'SB1500-R'), 'serial devices/not-registrable');
    spoil(at * 800 + 2, 0, { number: '1.23E+11' }, 'serial imports/made-a-number');
    spoil(at * 800 + 3, 1, '2026-11-21', 'purchasedOn devices/purchased-in-future');
    spoil(at * 800 + 4, 2, '12', 'postalCode identifiers/postal-code-japan');
    spoil(at * 800 + 5, 4, '漢字', 'kana identifiers/kana');
    spoil(at * 800 + 6, 5, 'あ'.repeat(201), 'remarks identifiers/text-long');
  }
  spoil(4_999, 0, serials[0] ?? '', 'serial imports/repeated-in-file');
  const { shown } = await uploadFile(owner, 'device-registrations', workbook([heads, ...wrong]), '一覧.xlsx');
  expect(shown).toMatchObject({ rowCount: 5_000, faultCount: 37, encoding: 'xlsx' });
  expect(faultsOf(shown)).toEqual(
    expected.map(([line, fault]) => [line, fault]).toSorted(([a], [b]) => Number(a) - Number(b)),
  );
  const told = await owner.call('GET', `${owner.path}/imports/${shown.id}/result?language=ja`);
  expect(told.text).toContain('フリガナ: ');
  expect(told.text).toContain('購入日（使用開始日）: 今日までの日付を入力してください。');
  expect(await stored()).toBe(0);

  const mended = workbook([heads, ...good]);
  const [first, twin] = await Promise.all(
    [0, 1].map(() => uploadFile(owner, 'device-registrations', mended, '一覧.xlsx')),
  );
  expect(first?.shown).toMatchObject({ faultCount: 0, id: twin?.shown.id });
  const done = await carryOut(owner, first!.shown);
  expect(done).toMatchObject({ state: 'done', storedCount: 5_000 });
  expect(await stored()).toBe(5_000);
  const again = await uploadFile(owner, 'device-registrations', mended, '写し.xlsx');
  expect(again.shown).toMatchObject({ id: done.id, state: 'done', repeated: true });
  const longer = workbook([heads, ...good.slice(1), [newSerial(site, 'SB1500-R')]]);
  expect((await uploadFile(owner, 'device-registrations', longer)).shown).toMatchObject({
    faultCount: 1,
    counts: { 'registered-before': 4_999 },
  });
  const last = await readFile(owner, done.id, '?page=50&pageSize=100');
  expect(last.rows.at(-1)?.cells).toMatchObject({ serial: serials.at(-1), code: expect.stringMatching(/^\d{4}$/) });
  const rows = Array.from({ length: registrationsRowsMax + 1 }, () => [newSerial(site, 'SB1500-R')]);
  expect(await uploadFile(owner, 'device-registrations', workbook([['serial'], ...rows]))).toMatchObject({
    status: 422,
    body: { type: '/problems/imports/too-many-rows', params: { max: 5_000 } },
  });
  expect(await stored()).toBe(5_000);
});
