import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, newCustomer } from '../../../tools/test/devices.ts';
import { newColleague, type Colleague } from '../../../tools/test/organizations.ts';
import { counted, givePrinter, printerSite, reportAs } from '../../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { withZone } from './pieces.ts';

let server: TestServer;
let owner: Colleague;

beforeAll(async () => {
  // Noon in Tokyo, 22:00 of the day before in New York.
  server = await startTestServer({ startAt: new Date('2026-11-18T03:00:00Z') });
  owner = await newCustomer(server, '見本商事', printerSite);
});
afterAll(() => server.close());

async function read(who = owner) {
  const answer = await who.call('GET', `${who.path}/reporting-zone`);
  return { ...answer, version: /"(.+)"/.exec(answer.headers.get('etag') ?? '')?.[1] ?? '' };
}
const choose = (timeZone: string, version: string, who = owner) =>
  who.call('PUT', `${who.path}/reporting-zone`, { timeZone }, { 'if-match': `"${version}"` });

describe('P-34 the zone in which an organization’s counters are cut', () => {
  test('is the site’s, until somebody chooses another one from the next midnight on', async () => {
    const first = await read();
    expect(first.body).toEqual({ timeZone: 'Asia/Tokyo', next: null, siteZone: 'Asia/Tokyo' });
    expect(faultsOf(await choose('Asia/Nowhere', first.version))).toEqual(['/timeZone counters/zone-unknown']);
    const viewer = await newColleague(server, owner.organization, 'viewer', { siteId: printerSite });
    expect((await choose('America/New_York', first.version, viewer)).status).toBe(403);

    const printer = await givePrinter(server, owner);
    await reportAs(server, printer, [counted('2026-11-18T03:00:00Z', { total: 10 })]);
    const chosen = await choose('America/New_York', first.version);
    expect(chosen.body).toEqual({
      timeZone: 'Asia/Tokyo',
      next: { timeZone: 'America/New_York', from: '2026-11-18T15:00:00.000Z' },
      siteZone: 'Asia/Tokyo',
    });
    expect((await choose('UTC', first.version)).body['type']).toBe('/problems/platform/changed-meanwhile');

    // Midnight in Tokyo is over, and it still is the morning of the 18th in New York.
    server.clock.move(14 * 3_600_000);
    owner = await newColleague(server, owner.organization, 'owner', { siteId: printerSite });
    const fresh = await givePrinter(server, owner);
    for (const [one, total] of [
      [printer, 25],
      [fresh, 7],
    ] as const)
      await reportAs(server, one, [counted('2026-11-18T16:00:00Z', { total })]);
    expect((await read()).body).toMatchObject({ timeZone: 'America/New_York', next: null });
    const { body } = await owner.call(
      'GET',
      `${owner.path}/counters/devices/${printer.device}?by=day&from=2026-11-17&to=2026-11-18`,
    );
    expect(body['timeZone']).toBe('America/New_York');
    const [tab] = body['tabs'] as [{ rows: { period: string; figures: { value: number | null }[] }[] }];
    expect(tab.rows.map(({ period, figures }) => [period, figures[0]?.value])).toEqual([
      ['2026-11-18', 25],
      ['2026-11-17', null],
    ]);
  });

  test('going back before midnight leaves everything as it was', () => {
    const tokyo = [{ fromMs: 0, timeZone: 'Asia/Tokyo' }];
    const noon = new Date('2026-11-18T03:00:00Z');
    const turned = withZone(tokyo, 'UTC', noon);
    expect(turned).toEqual([...tokyo, { fromMs: Date.parse('2026-11-18T15:00:00Z'), timeZone: 'UTC' }]);
    expect(withZone(turned, 'Asia/Tokyo', noon)).toEqual(tokyo);
    expect(withZone(turned, 'Asia/Seoul', new Date('2026-11-18T15:00:00Z'))).toEqual([
      ...turned,
      { fromMs: Date.parse('2026-11-19T00:00:00Z'), timeZone: 'Asia/Seoul' },
    ]);
  });
});
