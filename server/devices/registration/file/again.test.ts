import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { charactersMax } from '../../../../domain/devices/form.ts';
import { parseText } from '../../../../domain/identifiers/single-line.ts';
import { newOperator } from '../../../../tools/test/accounts.ts';
import { giveDevices, newSerial, register } from '../../../../tools/test/devices.ts';
import { carryOut, uploadFile, type Uploader } from '../../../../tools/test/imports.ts';
import { newColleague, newOrganization, siteOf, type Colleague } from '../../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../../tools/test/server.ts';

const siteId = 'ups';
const runs = 4;
let server: TestServer;
let owner: Colleague;
let operator: Uploader & Pick<Colleague, 'cookies'>;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  const organization = await newOrganization(server, 'customer', '見本工業', siteId);
  owner = await newColleague(server, organization, 'owner', { siteId });
  operator = await newOperator(server, siteId);
});
afterAll(() => server.close());

/** One line as people may write it, formulas and quotation marks not left out. */
const line = (max: number) =>
  fc
    .oneof(
      fc.constantFrom('=1+1', "'=1", '＝1', '-1', '@x', '00123', '1E5', '2026-11-21', 'a,"b"', "''"),
      fc.string({ unit: 'grapheme', maxLength: max }),
    )
    .filter((text) => parseText(text, { max }).ok)
    .map((text) => text.trim());
const day = fc.constantFrom('', '2026-10-15', '2026-11-20');
const format = fc.constantFrom('csv', 'xlsx');

async function taken(who: Uploader & Pick<Colleague, 'cookies'>, path: string) {
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${server.url}/api/${siteId}${who.path}/exports/${path}`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

async function importAgain(who: Uploader, kind: string, bytes: Uint8Array<ArrayBuffer>, rows: number) {
  const { shown } = await uploadFile(who, kind, bytes);
  expect(shown).toMatchObject({ rowCount: rows, faultCount: 0 });
  return carryOut(who, shown);
}

const registrations = () =>
  server.app.db
    .selectFrom('device_registrations')
    .select(['serial', 'model', 'purchased_on', 'warranty_until', 'postal_code', 'prefecture', 'city', 'street'])
    .select(['building', 'company', 'name', 'kana', 'department', 'remarks', 'listed'])
    .orderBy('serial')
    .execute();

test('P-23 registrations that are exported and imported again are the same, codes and all; what is there stays', async () => {
  const values = fc.record({
    purchasedOn: day,
    company: line(charactersMax.company),
    name: line(charactersMax.name),
    department: line(charactersMax.department),
    remarks: line(charactersMax.remarks),
    street: line(charactersMax.street),
    kana: fc.constantFrom('', 'ミホン ハナコ'),
    postalCode: fc.constantFrom('', '0600001'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(values, { minLength: 1, maxLength: 6 }), format, async (given, written) => {
      await server.app.db.deleteFrom('device_registrations').execute();
      const serials = await giveDevices(server, given.length);
      for (const [at, serial] of serials.entries())
        expect((await register(owner, serial, given[at] ?? {})).status).toBe(201);
      const before = await registrations();
      const file = await taken(owner, `devices?format=${written}`);
      const kept = await importAgain(owner, 'device-registrations', file, given.length);
      expect(kept).toMatchObject({ storedCount: 0, counts: { 'registered-before': given.length } });
      await server.app.db.deleteFrom('device_registrations').execute();
      // The same file would be the same import, which is done.
      await server.app.db.updateTable('imports').set({ state: 'cancelled' }).execute();
      const again = await importAgain(owner, 'device-registrations', file, given.length);
      expect(again.storedCount).toBe(given.length);
      expect(await registrations()).toEqual(before);
    }),
    { numRuns: runs },
  );
});

test('P-23 the factory’s list that is exported and imported again is the same', async () => {
  const made = fc.record({ shippedOn: day, orderNumber: line(40) });
  const read = () =>
    server.app.db
      .selectFrom('manufactured_devices')
      .select(['serial', 'model', 'shipped_on', 'order_number'])
      .orderBy('serial')
      .execute();
  const clear = async () => {
    await server.app.db.deleteFrom('device_registrations').execute();
    await server.app.db.deleteFrom('unlock_codes').execute();
    await server.app.db.deleteFrom('manufactured_devices').execute();
    await server.app.db.updateTable('imports').set({ state: 'cancelled' }).execute();
  };
  await fc.assert(
    fc.asyncProperty(fc.array(made, { minLength: 1, maxLength: 6 }), format, async (given, written) => {
      await clear();
      const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const rows = given.map(({ shippedOn, orderNumber }) =>
        ['SB1500-R', newSerial(siteOf(server, siteId), 'SB1500-R'), shippedOn, cell(orderNumber)].join(','),
      );
      const list = new TextEncoder().encode(['model,serial,shippedOn,orderNumber', ...rows].join('\n'));
      expect((await importAgain(operator, 'manufactured-devices', list, given.length)).storedCount).toBe(given.length);
      const before = await read();
      const file = await taken(operator, `manufactured-devices?format=${written}`);
      expect((await importAgain(operator, 'manufactured-devices', file, given.length)).storedCount).toBe(0);
      await clear();
      expect((await importAgain(operator, 'manufactured-devices', file, given.length)).storedCount).toBe(given.length);
      expect(await read()).toEqual(before);
    }),
    { numRuns: runs },
  );
});
