import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveDevices, newCustomer, newMaker, newSerial, register } from '../../../tools/test/devices.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { carryOut, uploadFile } from '../../../tools/test/imports.ts';
import { siteOf, type Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';

let server: TestServer;
let maker: Colleague;

beforeAll(async () => {
  server = await startTestServer();
  maker = await newMaker(server);
});
afterAll(() => server.close());

const kind = 'manufactured-devices';
const serialOf = (model: string) => newSerial(siteOf(server, 'ups'), model);
const csv = (...lines: string[]) => ['型式,製造番号,出荷日,同梱コード,注文番号', ...lines].join('\r\n');
type Item = Record<string, unknown> & { serial: string };
const list = async (query: string) => {
  const { body } = await maker.call('GET', `${maker.path}/${kind}?${query}`);
  return { items: body.items as Item[], total: body.total };
};

describe('P-30 the factory’s list', () => {
  test('P-30 a file with faults shows each at its cell and stores nothing; the corrected one is stored once, also when sent twice', async () => {
    const [right, claimed, battery] = [serialOf('SB1500-R'), serialOf('SB6000-X'), serialOf('BP1500')];
    const wrong = right.slice(0, -1) + ((Number(right.at(-1)) + 1) % 10);
    const faulty = await uploadFile(
      maker,
      kind,
      csv(
        `SB1500-R,${right},2026-10-01,,MIHON-1`,
        `SB1500-R,${wrong},2026-10-01,,`,
        `SB9999,${serialOf('SB1500-R')},2026-10-01,,`,
        `SB1500-R,${battery},2026-10-01,,`,
        `SB6000-X,${claimed},2026-10-01,,`,
        `SB1500-R,${serialOf('SB1500-R')},10月1日,CODE,`,
        `SB1500-R,${right},2026-10-01,,MIHON-1`,
      ),
    );
    const faults = faulty.shown.rows.flatMap(({ line, faults: of }) =>
      Object.entries(of).map(([column, { code }]) => `${line} ${column} ${code}`),
    );
    expect(faults.toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      '3 serial devices/serial-check-digit',
      '4 model devices/model-unknown',
      '5 serial devices/serial-of-other-model',
      '6 claimCode devices/claim-code-missing',
      '7 claimCode devices/claim-code-unused',
      '7 shippedOn devices/day',
      '8 serial imports/repeated-in-file',
    ]);
    expect((await list(`serial=${right}`)).total).toBe(0);

    const good = csv(
      `ｓｂ１５００－Ｒ,${right.toLowerCase()},2026/10/1,,MIHON-1`,
      `見本UPS 6000（8桁キーコード）,${claimed},2026-10-02,MIHON 77,MIHON-1`,
      `BP1500,${battery},,,`,
    );
    const uploaded = await uploadFile(maker, kind, good);
    expect(uploaded.shown.faultCount).toBe(0);
    const events = await eventsCausedBy(server.app, async () => {
      expect(await carryOut(maker, uploaded.shown)).toMatchObject({ state: 'done', storedCount: 3 });
    });
    expect(events.filter((what) => what.startsWith('manufactured'))).toEqual(['manufactured-devices.imported']);
    const again = await uploadFile(maker, kind, `${good}\r\n`);
    expect(await carryOut(maker, again.shown)).toMatchObject({ storedCount: 0 });
    const other = await uploadFile(maker, kind, csv(`SB1500-R,${right},2026-10-02,,MIHON-1`));
    expect(other.shown.rows[0]?.faults).toMatchObject({ serial: { code: 'imports/stored-differently' } });
    const kept = await server.app.db
      .selectFrom('manufactured_devices')
      .select(['serial', 'shipped_on', 'claim_code_hash'])
      .where('serial', 'in', [right, claimed])
      .orderBy('shipped_on')
      .execute();
    expect(kept).toMatchObject([
      { serial: right, shipped_on: '2026-10-01', claim_code_hash: null },
      { serial: claimed, shipped_on: '2026-10-02' },
    ]);
    expect(kept[1]?.claim_code_hash?.toString('latin1')).not.toContain('MIHON');
  });

  test('P-26 operators find what was made by any column, and see what is registered and by whom; its file can be imported again', async () => {
    const customer = await newCustomer(server, '見本水産');
    const [taken = '', free = '', locked = ''] = await giveDevices(server, 3, { model: 'SB1000-R' });
    await register(customer, taken);
    await server.app.db
      .updateTable('manufactured_devices')
      .set({ locked_at: server.app.clock.now() })
      .where('serial', '=', locked)
      .execute();
    const states = async (query: string) => (await list(`model=SB1000-R&${query}`)).items.map((one) => one.serial);
    expect(await states('state=registered')).toEqual([taken]);
    expect(await states('state=free')).toEqual([free]);
    expect(await states('state=locked')).toEqual([locked]);
    expect(await states('sort=serial')).toEqual([taken, free, locked].toSorted((a, b) => (a < b ? -1 : 1)));
    expect((await list(`serial=${taken.slice(1, 7).toLowerCase()}`)).items).toMatchObject([
      { serial: taken, state: 'registered', organization: '見本水産', claimCode: false },
    ]);
    expect((await list('orderNumber=MIHON-1')).total).toBe(2);
    const file = await maker.call('GET', `${maker.path}/exports/${kind}?model=SB1000-R&format=csv&language=ja`);
    const back = await uploadFile(maker, kind, file.text);
    expect(back.shown).toMatchObject({ faultCount: 0, rowCount: 3, unknownColumns: ['状態', '取込日時'] });
    expect(await carryOut(maker, back.shown)).toMatchObject({ storedCount: 0 });
    expect((await customer.call('GET', `${customer.path}/${kind}`)).status).toBe(403);
  });
});

test('P-30 models are shown with all that is known of them, also to customers', async () => {
  const customer = await newCustomer(server);
  const { body } = await customer.call('GET', `${customer.path}/device-models`);
  const models = body.items as Record<string, unknown>[];
  expect(models.map(({ id }) => id)).toEqual(['SB1000-R', 'SB1500-R', 'SB3000-X', 'SB6000-X', 'BP1500']);
  expect(models[0]).toMatchObject({
    type: 'ups',
    warrantyMonths: 36,
    supportUntil: '2031-03-31',
    retired: '2026-03-31',
    serial: { checkDigit: 'luhn', parts: [{ kind: 'letters', length: 2 }, { kind: 'digits' }] },
  });
  expect(models[4]).toMatchObject({ registeredTo: ['ups'], metrics: [] });
});
