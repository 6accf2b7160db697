import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCustomer } from '../../../tools/test/devices.ts';
import { newColleague, type Colleague } from '../../../tools/test/organizations.ts';
import {
  counted,
  givePrinter,
  printerSite,
  reportAs,
  tablesOf,
  type TestPrinter,
} from '../../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { insideId } from '../../kernel/ids.ts';
import { forgetCounters } from './forget.ts';

let server: TestServer;
let owner: Colleague;
let printer: TestPrinter;
const at = (civil: string) => new Date(`${civil}+09:00`);
const moveTo = (civil: string) => server.clock.move(at(civil).getTime() - server.clock.now().getTime());

beforeAll(async () => {
  server = await startTestServer({ startAt: at('2025-01-10T09:00') });
  owner = await newCustomer(server, '見本商事', printerSite);
  printer = await givePrinter(server, owner);
});
afterAll(() => server.close());

const entries = async () => {
  const { rows } = await sql<{ at: Date; cause: string }>`
    select at, cause from counter_entries where device_key = (
      select device_key from manufactured_devices where device_id = ${insideId(printer.device)}) order by at, id`.execute(
    server.app.db,
  );
  return rows.map(({ at: time, cause }) => `${cause} ${time.toISOString().slice(0, 10)}`);
};

test('C-08 what is older than a site keeps goes; the last reading before stays as base, and no later month becomes the first', async () => {
  for (const [time, total] of [
    ['2025-01-20T12:00', 100],
    ['2025-03-20T12:00', 300],
    ['2025-04-01T00:00', 310],
    ['2026-04-20T12:00', 900],
  ] as const) {
    moveTo(time);
    await reportAs(server, printer, [counted(at(time), { total })]);
  }
  moveTo('2026-04-30T12:00');
  await forgetCounters.run(server.app, server.clock.now());
  // Thirteen months beside the running one: from March 2025 on.
  expect(await entries()).toEqual([
    'base 2025-02-28',
    'reported 2025-03-20',
    'reported 2025-03-31',
    'reported 2026-04-20',
  ]);
  moveTo('2026-05-01T00:00');
  await forgetCounters.run(server.app, server.clock.now());
  expect(await entries()).toEqual(['reported 2025-03-31', 'base 2025-03-31', 'reported 2026-04-20']);
  const { days, months } = (await tablesOf(server.app, printer)) as {
    days: { row: { day: string } }[];
    months: unknown[];
  };
  expect(days.map(({ row }) => row.day)).toEqual(['2025-04-01', '2026-04-20']);
  expect(months).toHaveLength(4);
  // Late, and for a time before the newest day: everything kept is read again, from the base on.
  await reportAs(server, printer, [counted(at('2026-04-15T12:00'), { total: 850 })]);
  owner = await newColleague(server, owner.organization, 'owner', { siteId: printerSite });
  const { body } = await owner.call('GET', `${owner.path}/counters?from=2025-05&to=2026-04`);
  const [item] = body['items'] as {
    figures: { value: number | null; marks: string[] }[];
    adjustments: unknown[];
    total: number;
  }[];
  expect(item?.figures.at(-1)).toEqual({ value: 590, marks: ['gap'] });
  expect(item).toMatchObject({ adjustments: [], total: 590 });
});

test('C-08 a printer that was silent for longer than readings are kept goes on from where it stood', async () => {
  const silent = await givePrinter(server, owner);
  await reportAs(server, silent, [counted(server.clock.now(), { total: 100 })]);
  moveTo('2027-07-05T12:00');
  await forgetCounters.run(server.app, server.clock.now());
  await reportAs(server, silent, [counted(server.clock.now(), { total: 160 })]);
  owner = await newColleague(server, owner.organization, 'owner', { siteId: printerSite });
  const { body } = await owner.call('GET', `${owner.path}/counters/devices/${silent.device}?from=2027-07&to=2027-07`);
  const [tab] = body['tabs'] as { rows: { figures: { value: number; marks: string[] }[] }[] }[];
  expect(tab?.rows[0]?.figures[0]).toEqual({ value: 60, marks: ['gap'] });
});
