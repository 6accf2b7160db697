import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newOperator, type Member } from '../../tools/test/accounts.ts';
import { giveDevices, newSerial } from '../../tools/test/devices.ts';
import { faultsOf } from '../../tools/test/bulk.ts';
import { carryOut, readFile, uploadFile } from '../../tools/test/imports.ts';
import { siteOf } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { manufacturedImporter } from '../devices/manufactured/importer.ts';
import { seal } from '../kernel/seal.ts';
import type { Importer } from './importer.ts';
import { keptBatches } from './kept.ts';

const siteId = 'ups';
const kind = 'manufactured-devices';
/** Two whole batches and some rows of a third. */
const rows = 4_100;
let server: TestServer;
let operator: Member;

beforeAll(async () => {
  server = await startTestServer();
  operator = await newOperator(server, siteId);
});
afterAll(() => server.close());

const made = () => Array.from({ length: rows }, () => newSerial(siteOf(server, siteId), 'SB1500-R'));
const csv = (serials: readonly string[]) =>
  ['model,serial,shippedOn', ...serials.map((serial) => `SB1500-R,${serial},2026/10/1`)].join('\n');
const stored = async () =>
  (
    await server.app.db
      .selectFrom('manufactured_devices')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;

test('P-23 of many rows that are looked at some at a time, faults are found across them, and shown first in their order', async () => {
  const serials = made();
  serials[1] = 'XX';
  serials[3_999] = 'YY';
  serials[4_050] = serials[2] ?? '';
  const { shown } = await uploadFile(operator, kind, csv(serials));
  expect(shown).toMatchObject({ rowCount: rows, faultCount: 3, shownCount: rows });
  const faults = [
    [3, 'serial devices/serial-form'],
    [4_001, 'serial devices/serial-form'],
    [4_052, 'serial imports/repeated-in-file'],
  ];
  expect(faultsOf(shown)).toEqual(faults);
  expect(shown.rows.map(({ line }) => line).slice(3, 7)).toEqual([2, 4, 5, 6]);
  const last = await readFile(operator, shown.id, '?page=41&pageSize=100');
  expect(last.rows.map(({ line }) => line)).toEqual(soundLines().slice(-100));
  const only = await readFile(operator, shown.id, '?only=faults&pageSize=10');
  expect(only).toMatchObject({ shownCount: 3 });
  expect(faultsOf(only)).toEqual(faults);
  const file = await operator.call('GET', `${operator.path}/imports/${shown.id}/result?language=ja`);
  expect(file.text.trim().split('\r\n')).toHaveLength(rows + 1);
});

/** The lines without faults, which come after those with one. */
function soundLines(): number[] {
  return Array.from({ length: rows }, (_, at) => at + 2).filter((line) => ![3, 4_001, 4_052].includes(line));
}

test('P-23 when one of the last rows is taken meanwhile, all that was stored before it is taken back', async () => {
  const serials = made();
  const { shown } = await uploadFile(operator, kind, csv(serials));
  expect(shown.faultCount).toBe(0);
  await giveDevices(server, 1, { serials: [serials[4_060] ?? ''], shippedOn: '2026-09-01' });
  const before = await stored();
  const over = await carryOut(operator, shown);
  expect(over).toMatchObject({ state: 'refused', faultCount: 1, storedCount: 0 });
  expect(faultsOf(over)).toEqual([[4_062, 'serial imports/stored-differently']]);
  expect(await stored()).toBe(before);
  const done = await carryOut(operator, (await uploadFile(operator, kind, csv(serials.toSpliced(4_060, 1)))).shown);
  expect(done).toMatchObject({ state: 'done', storedCount: rows - 1 });
  expect(await stored()).toBe(before + rows - 1);
});

test('P-23 what the version before kept of a file can still be read', () => {
  const place = { siteId, importId: 'one' };
  const importer = manufacturedImporter as Importer;
  const packed = deflateRawSync(JSON.stringify([[2, ['SB1500-R', 'AB1', '', '', ''], { serial: { code: 'x' } }, 0]]));
  const sealed = seal(server.app.keys.rest, `import rows ${siteId} one`, packed);
  const [batch] = keptBatches(server.app, place, importer, sealed);
  expect(batch).toMatchObject({ count: 1, faulty: 1 });
  expect(batch?.open()).toMatchObject([{ line: 2, cells: { model: 'SB1500-R', serial: 'AB1' } }]);
});
