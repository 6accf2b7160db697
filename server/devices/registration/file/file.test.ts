import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveDevices, newSerial, register } from '../../../../tools/test/devices.ts';
import { eventsCausedBy } from '../../../../tools/test/events.ts';
import { carryOut, confirmFile, uploadFile } from '../../../../tools/test/imports.ts';
import { newColleague, newOrganization, siteOf, type Colleague } from '../../../../tools/test/organizations.ts';
import { faultsOf } from '../../../../tools/test/bulk.ts';
import { newOperator } from '../../../../tools/test/accounts.ts';
import { startTestServer, type TestServer } from '../../../../tools/test/server.ts';
import { deviceProblems } from '../../problems.ts';
import { hoursMs } from '../../../kernel/clock.ts';

const siteId = 'ups';
const kind = 'device-registrations';
let server: TestServer;
let owner: Colleague;
let other: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  owner = await newCustomer();
  other = await newCustomer();
});
afterAll(() => server.close());

async function newCustomer(): Promise<Colleague> {
  return newColleague(server, await newOrganization(server, 'customer', '見本工業', siteId), 'owner', { siteId });
}

const serialOf = (model = 'SB1500-R') => newSerial(siteOf(server, siteId), model);
const csv = (...rows: string[][]) => rows.map((cells) => cells.join(',')).join('\r\n');
const upload = (who: Colleague, content: string | Uint8Array<ArrayBuffer>, chosen?: Record<string, string>) =>
  uploadFile(who, kind, content, 'ups.csv', chosen);

/** What is stored of an organization's devices, by serial number. */
async function stored(who: Colleague) {
  const rows = await server.app.db
    .selectFrom('device_registrations')
    .selectAll()
    .where('organization_id', '=', who.organization.slice(4))
    .execute();
  return new Map(rows.map((row) => [row.serial, row]));
}

describe('U-04 a good file', () => {
  const chosen = {
    purchasedOn: '2026/10/15',
    postalCode: '100-0001',
    prefecture: '東京都',
    city: '千代田区',
    company: '見本工業株式会社',
    name: '見本 次郎',
    kana: 'ﾐﾎﾝ ｼﾞﾛｳ',
  };

  test('U-04 the template needs the serial number alone, and anybody may take it', async () => {
    const path = `/import-templates/${kind}/open?language=ja`;
    const answer = await fetch(`${server.url}/api/${siteId}${path}`);
    expect(answer.status).toBe(200);
    expect((await answer.text()).trim().replace('\uFEFF', '')).toBe(
      '製造番号,同梱コード,組み合わせる機器の製造番号,購入日（使用開始日）,設置場所の郵便番号,設置場所の都道府県,設置場所の市区町村,設置場所の番地,設置場所の建物名,会社名,氏名,フリガナ,部署名,備考',
    );
    const closed = await fetch(`${server.url}/api/${siteId}/import-templates/manufactured-devices/open`);
    expect(closed.status).toBe(404);
    const [serial = ''] = await giveDevices(server, 1);
    expect((await upload(owner, csv(['製造番号'], [serial]))).shown).toMatchObject({ faultCount: 0, rowCount: 1 });
  });

  test('U-04 what is chosen once stands for what a row leaves out, a place or a person as a whole', async () => {
    const [first = '', second = ''] = await giveDevices(server, 2);
    const file = csv(['serial', 'city', 'remarks'], [first, '', '1台目'], [second, '大阪市', '']);
    const { shown } = await upload(owner, file, chosen);
    expect(shown).toMatchObject({ faultCount: 0, counts: { new: 2 } });
    expect(shown.rows[0]?.cells).toMatchObject({ city: '千代田区', model: 'SB1500-R', warrantyUntil: '2029-10-14' });
    const events = await eventsCausedBy(server.app, () => carryOut(owner, shown));
    expect(events.toSorted()).toEqual(['devices.registered-by-file', 'import.confirmed', 'import.done']);
    const rows = await stored(owner);
    expect(rows.get(first)).toMatchObject({
      purchased_on: '2026-10-15',
      postal_code: '1000001',
      city: '千代田区',
      kana: 'ミホン ジロウ',
      remarks: '1台目',
    });
    expect(rows.get(second)).toMatchObject({
      prefecture: '',
      city: '大阪市',
      company: '見本工業株式会社',
      remarks: '',
    });
    const mail = await server.mail.waitFor((one) => one.text.includes(shown.id));
    expect(mail.text).toContain(`/devices/register-many/${shown.id}`);
  });

  test('U-04 the same file with something else chosen is another import; what is wrong in it is told once, at its place', async () => {
    const [serial = ''] = await giveDevices(server, 1);
    const file = csv(['serial'], [serial]);
    const first = await upload(owner, file, { remarks: '倉庫' });
    expect((await upload(owner, file, { remarks: '倉庫' })).shown.id).toBe(first.shown.id);
    expect((await upload(owner, file, { remarks: '工場' })).shown.id).not.toBe(first.shown.id);
    const wrong = await upload(owner, file, { purchasedOn: '2026-11-21', postalCode: '12', remarks: '倉庫' });
    expect(wrong).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: '/defaults/purchasedOn', code: 'devices/purchased-in-future' },
          { pointer: '/defaults/postalCode', code: 'identifiers/postal-code-japan' },
        ],
      },
    });
    expect((await upload(owner, file, { serial })).body.errors).toMatchObject([
      { pointer: '/defaults/serial', code: 'platform/unknown-field' },
    ]);
  });

  test('U-04 the result has the code of each device in both notations, and of those that were registered before', async () => {
    const [before = '', fresh = ''] = await giveDevices(server, 2);
    const single = await register(owner, before, { remarks: '1号機' });
    const { shown } = await upload(owner, csv(['serial', 'remarks'], [before, ''], [fresh, '=1+1']));
    expect(shown.counts).toEqual({ new: 1, 'registered-before': 1 });
    const done = await carryOut(owner, shown);
    expect(done).toMatchObject({ state: 'done', storedCount: 1 });
    const { code, codeBinary } = single.body.contributed as Record<string, string>;
    expect(done.rows[0]?.cells).toMatchObject({
      serial: before,
      code,
      codeBinary,
      state: 'registered-before',
      remarks: '1号機',
    });
    expect(done.rows[1]?.cells).toMatchObject({ code: expect.stringMatching(/^\d{4}$/), state: 'new' });
    const answer = await owner.call('GET', `${owner.path}/imports/${done.id}/result?language=ja`);
    const [head, first, second] = answer.text.replace('\uFEFF', '').split('\r\n');
    expect(head).toBe(
      '製造番号,型式,キーコード,キーコード（2進数）,状態,購入日（使用開始日）,保証期間の終了日,会社名,備考',
    );
    expect(first).toBe(`${before},SB1500-R,"${code}","${codeBinary}",登録済み,,,,1号機`);
    expect(second).toMatch(/,新規登録,,,,'=1\+1$/);
  });

  test('U-04 one’s own device with other data is no row to be passed over', async () => {
    const [serial = ''] = await giveDevices(server, 1);
    await register(owner, serial, { remarks: '1号機' });
    const { shown } = await upload(owner, csv(['serial', 'remarks'], [serial, '2号機']));
    expect(faultsOf(shown)).toEqual([[2, 'serial imports/stored-differently']]);
    expect((await confirmFile(owner, shown)).status).toBe(422);
  });

  test('U-13 batteries of a file go to a UPS of one’s own', async () => {
    const [ups = ''] = await giveDevices(server, 1);
    const [battery = '', spare = ''] = await giveDevices(server, 2, { model: 'BP1500' });
    await register(owner, ups);
    const file = (to: string) => csv(['serial', 'registeredTo'], [battery, to], [spare, '']);
    expect(faultsOf((await upload(owner, file(spare))).shown)).toEqual([[2, 'registeredTo devices/parent-unknown']]);
    const done = await carryOut(owner, (await upload(owner, file(ups))).shown);
    expect(done.rows.map(({ cells }) => cells.code)).toEqual(['', '']);
    const parents = await server.app.db.selectFrom('device_parents').select('until_at').execute();
    expect(parents).toEqual([{ until_at: null }]);
  });
});

describe('U-04 numbers that cannot be registered', () => {
  test('U-04 not made, taken, locked and without the claim code read alike at their cells, and are one miss together', async () => {
    other = await newCustomer();
    const [taken = '', locked = ''] = await giveDevices(server, 2);
    const [claimed = ''] = await giveDevices(server, 1, { model: 'SB6000-X', claimCode: 'MIHON-2026' });
    await register(owner, taken);
    await server.app.db
      .updateTable('manufactured_devices')
      .set({ locked_at: server.app.clock.now() })
      .where('serial', '=', locked)
      .execute();
    const { shown } = await upload(other, csv(['serial'], [serialOf()], [taken], [locked], [claimed]));
    expect(shown.rows.map(({ faults }) => faults)).toEqual(
      Array.from({ length: 4 }, () => ({ serial: { code: 'devices/not-registrable' } })),
    );
    const { failed_at } = await server.app.db
      .selectFrom('try_counters')
      .select('failed_at')
      .where('purpose', '=', 'device-serial')
      .where('subject', '=', other.organization.slice(4))
      .executeTakeFirstOrThrow();
    expect(failed_at).toHaveLength(1);
    expect((await upload(other, csv(['serial', 'claimCode'], [claimed, 'mihon 2026']))).shown.faultCount).toBe(0);
  });

  test('U-04 50 are shown; with 51 the file is refused, shows none, and operators are told', async () => {
    other = await newCustomer();
    await newOperator(server, siteId);
    const wrong = (count: number) => csv(['serial'], ...Array.from({ length: count }, () => [serialOf()]));
    expect((await upload(other, wrong(50))).shown.faultCount).toBe(50);
    let answer: Awaited<ReturnType<typeof upload>> | undefined;
    const events = await eventsCausedBy(server.app, async () => {
      answer = await upload(other, wrong(51));
    });
    expect(answer).toMatchObject({
      status: deviceProblems['file-refused'],
      body: { type: '/problems/devices/file-refused' },
    });
    expect(answer?.text).not.toMatch(/line|rows|serial/);
    expect(events).toEqual(['devices.file-refused']);
    const mail = await server.mail.waitFor((one) => one.to.startsWith('operator') && one.text.includes('51'));
    expect(mail.text).toContain('見本工業');
  });

  test('U-04 such files and single numbers share one quota', async () => {
    other = await newCustomer();
    const wrong = () => upload(other, csv(['serial'], [serialOf()]));
    for (let file = 0; file < 19; file += 1) expect((await wrong()).status).toBe(201);
    const events = await eventsCausedBy(server.app, async () => expect((await wrong()).status).toBe(201));
    expect(events.toSorted()).toEqual(['devices.serials-guessed', 'import.previewed']);
    const [serial = ''] = await giveDevices(server, 1);
    expect((await upload(other, csv(['serial'], [serial]))).status).toBe(429);
    expect((await register(other, serial)).status).toBe(429);
    server.clock.move(hoursMs);
  });
});
