import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  basicOf,
  bootGateways,
  gatewaySite,
  ofDevice,
  readingsOf,
  telemetry,
  type TestGateway,
} from '../../tools/test/gateways.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { daysMs, minutesMs } from '../kernel/clock.ts';
import { readingMonths } from './partitions.ts';
import { rollUp } from './roll-up.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-21T03:00:00Z') });
});
afterAll(() => server.close());

const own = async () => (await bootGateways(server, 1))[0] as TestGateway;
const at = (offsetMs: number) => server.clock.now().getTime() + offsetMs;
const storedOf = (gateway: TestGateway) => readingsOf(server.app, gateway);
async function reportAs(gateway: TestGateway, messages: object[]): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: basicOf(gateway) };
  const body = JSON.stringify({ messages });
  const answer = await fetch(`${server.url}/api/${gatewaySite}/device-messages`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(await answer.text());
}

describe('P-34 minutes and days', () => {
  const minutesOf = async (gateway: TestGateway) =>
    (
      await sql`select means[3] as mean, counts[3] as count from reading_minutes where ${ofDevice(gateway)} order by at`.execute(
        server.app.db,
      )
    ).rows;
  const daysOf = async (gateway: TestGateway) =>
    (
      await sql`select day, means[3] as mean, minutes[3] as minutes, firsts[3] as first, lasts[3] as last
      from reading_days where ${ofDevice(gateway)} order by day`.execute(server.app.db)
    ).rows;

  test('are made when the day is over in the zone of the site, and anew when something comes late', async () => {
    const gateway = await own();
    // Half a minute before a Japanese midnight and half a minute after.
    const midnight = Date.parse('2026-11-21T15:00:00Z');
    const power = (timeMs: number, powerConsumed: number) => telemetry(timeMs, { powerConsumed });
    server.clock.move(midnight + minutesMs - at(0));
    await reportAs(gateway, [power(midnight - 30_000, 10), power(midnight - 20_000, 20), power(midnight + 30_000, 99)]);
    await rollUp.run(server.app, server.clock.now());
    expect(await daysOf(gateway)).toEqual([]);
    server.clock.move(10 * minutesMs);
    await rollUp.run(server.app, server.clock.now());
    expect(await minutesOf(gateway)).toEqual([{ mean: 15, count: 2 }]);
    await reportAs(gateway, [power(midnight - 90_000, 5), power(midnight - 20_000, 20)]);
    await rollUp.run(server.app, server.clock.now());
    expect(await minutesOf(gateway)).toEqual([
      { mean: 5, count: null },
      { mean: 15, count: 2 },
    ]);
    server.clock.move(daysMs);
    await rollUp.run(server.app, server.clock.now());
    expect(await daysOf(gateway)).toEqual([
      { day: '2026-11-21', mean: 10, minutes: 2, first: 5, last: 20 },
      { day: '2026-11-22', mean: 99, minutes: 1, first: 99, last: 99 },
    ]);
    const { rows } = await sql`select 1 from reading_days_due where ${ofDevice(gateway)}`.execute(server.app.db);
    expect(rows).toEqual([]);
  });

  test('E-10 months are made ahead, and dropped as a whole when all of them is older than what is kept', async () => {
    const months = async () => {
      const { rows } = await sql<{
        name: string;
      }>`select relname as name from pg_class where relkind = 'r' and relname ~ '^readings_[0-9]'`.execute(
        server.app.db,
      );
      return rows.map(({ name }) => name.slice(9)).toSorted();
    };
    const gateway = await own();
    await reportAs(gateway, [telemetry(at(-31 * daysMs), { powerSold: 1 })]);
    await readingMonths.run(server.app, server.clock.now());
    expect(await months()).toEqual(['2026_10', '2026_11', '2026_12']);
    const later = new Date(Date.parse('2026-11-01T00:00:00Z') + 92 * daysMs);
    await readingMonths.run(server.app, new Date(later.getTime() - 1));
    expect(await months()).toContain('2026_10');
    await readingMonths.run(server.app, later);
    expect(await months()).toEqual(['2026_11', '2026_12', '2027_01', '2027_02', '2027_03']);
    expect(await storedOf(gateway)).toEqual([]);
  });
});
