import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { giveEndingLicences } from '../../../tools/test/ending-licences.ts';
import { licenceSite } from '../../../tools/test/licences.ts';
import { codeOf, type Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';

let server: TestServer;
let operator: Colleague;
let dealer: Colleague;
let customer: Colleague;
let serials: string[];

type Item = Record<string, unknown> & { organization: { name: string } };
const at = (civil: string) => new Date(`${civil}+09:00`).toISOString();

async function rehearse(query: string) {
  const answer = await operator.call('GET', `${operator.path}/licence-rehearsal?pageSize=100&${query}`);
  return { ...answer, items: (answer.body['items'] ?? []) as Item[] };
}

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  ({ operator, dealer, customer, serials } = await giveEndingLicences(server, {
    lastDay: '2027-12-31',
    waitsUntil: '2028-06-30',
  }));
});
afterAll(() => server.close());

describe('L-13 operators see what would happen until a day', () => {
  test('who is reminded, what takes over and what ends, in order; nothing is written', async () => {
    let answer = await rehearse('until=2027-12-31');
    const events = await eventsCausedBy(server.app, async () => {
      answer = await rehearse('until=2027-12-31');
    });
    expect(events).toEqual([]);
    expect(answer.body).toMatchObject({
      from: '2026-11-20T01:00:00.000Z',
      until: at('2028-01-01T00:00'),
      totals: { reminder: 12, 'taken-over': 1, without: 1, unused: 0, assignment: 0 },
      total: 14,
      timeZone: 'Asia/Tokyo',
    });
    expect(answer.items[0]).toMatchObject({
      at: at('2027-10-03T09:00'),
      kind: 'reminder',
      organization: { name: '見本二次販売' },
      audience: 'above',
      receiver: '見本販売',
      step: 'd90',
      lastDay: '2027-12-31',
      outlooks: { renewed: 0, waiting: 1, 'not-renewed': 1, unused: 0 },
    });
    expect(answer.items.slice(-2)).toMatchObject([
      { at: at('2028-01-01T00:00'), kind: 'taken-over', serial: serials[0], type: 'recorder' },
      { at: at('2028-01-01T00:00'), kind: 'without', serial: serials[1] },
    ]);
    expect((await rehearse('until=2027-12-30')).body['totals']).toMatchObject({ reminder: 9, without: 0 });
  });

  test('a plan is taken as carried out', async () => {
    const { db, clock } = server.app;
    const plan = {
      site_id: licenceSite,
      id: '00000000-0000-7000-8000-000000000001',
      dealer_id: dealer.organization.slice(4),
      customer_id: customer.organization.slice(4),
      type: 'recorder',
      term_months: 12,
      quantity: 1,
      day: '2027-12-01',
      created_at: clock.now(),
    };
    await db.insertInto('licence_plans').values(plan).execute();
    const { body, items } = await rehearse('until=2027-12-31');
    expect(body['totals']).toMatchObject({ 'taken-over': 2, without: 0, assignment: 1 });
    expect(items.find(({ kind }) => kind === 'assignment')).toMatchObject({
      at: at('2027-12-01T00:00'),
      organization: { name: '見本工業' },
      termMonths: 12,
      quantity: 1,
    });
    await db.deleteFrom('licence_plans').execute();
  });

  test('by kind and by a word, page by page', async () => {
    expect((await rehearse('until=2027-12-31&kind=without')).items).toHaveLength(1);
    expect((await rehearse(`until=2027-12-31&text=${serials[1]?.toLowerCase()}`)).items).toHaveLength(1);
    expect((await rehearse(`until=2027-12-31&text=${encodeURIComponent('二次')}`)).items).toHaveLength(10);
    const second = await operator.call('GET', `${operator.path}/licence-rehearsal?until=2027-12-31&page=2&pageSize=10`);
    expect(second.body['items']).toHaveLength(4);
  });

  test.each([
    ['2026-11-19', 422],
    ['2026-11-20', 200],
    ['2029-11-24', 200],
    ['2029-11-25', 422],
    ['soon', 422],
    ['', 422],
  ])('up to %j: %i', async (until, status) => {
    const answer = await rehearse(`until=${until}`);
    expect(answer.status).toBe(status);
    expect(codeOf(answer)).toBe(status === 200 ? '' : 'licences/rehearsal-day');
  });

  test('as a file', async () => {
    const answer = await operator.call(
      'GET',
      `${operator.path}/exports/licence-rehearsal?format=csv&until=2027-12-31&kind=without`,
    );
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(`期限（ライセンスなし）,見本工業,,,2027-12-31,${serials[1]},レコーダー接続カメラ用`);
  });

  test('is nobody else’s', async () => {
    for (const other of [dealer, customer]) {
      const answer = await other.call('GET', `${other.path}/licence-rehearsal?until=2027-12-31`);
      expect(codeOf(answer)).toBe('platform/not-permitted');
    }
  });
});
