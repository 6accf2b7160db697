import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveDevices } from '../../../tools/test/devices.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { licenceSite, newBelow } from '../../../tools/test/licences.ts';
import { allMailed } from '../../../tools/test/mails.ts';
import { newColleague, newOrganization, type Colleague } from '../../../tools/test/organizations.ts';
import { giveLicences, placeLicence } from '../../../tools/test/placements.ts';
import { moveTo } from '../../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { daysMs } from '../../kernel/clock.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import { licenceReminders, remindersAtOnce } from './decide.ts';

let server: TestServer;
let above: Colleague;
let dealer: Colleague;
let customer: Colleague;
let serials: string[];

const at = (civil: string) => new Date(`${civil}+09:00`);
const tick = () => licenceReminders.run(server.app, server.clock.now());
/** What a look decides; what is settled meanwhile is another's. */
const causedBy = async (work: () => Promise<unknown>) =>
  (await eventsCausedBy(server.app, work)).filter((what) => what === 'licences.reminded');
const decided = () => causedBy(tick);
const times = (count: number) => Array.from({ length: count }, () => 'licences.reminded');
const owner = (organization: string, language: 'ja' | 'en' = 'ja') =>
  newColleague(server, organization, 'owner', { siteId: licenceSite, language });

async function deviceIds(of: readonly string[]): Promise<string[]> {
  const rows = await server.app.db
    .selectFrom('manufactured_devices')
    .select('device_id')
    .where('site_id', '=', licenceSite)
    .where('serial', 'in', of)
    .orderBy('serial')
    .execute();
  return rows.map((row) => outsideId('device', row.device_id));
}

/** Gives a customer licences, each on a device of its own. */
async function serve(organization: string, lastDay: string, devices: readonly string[]): Promise<void> {
  const licences = await giveLicences(server, { customer: organization, lastDay, count: devices.length });
  for (const [index, device] of devices.entries())
    await placeLicence(server, { customer: organization, licence: licences[index] ?? '', device });
}

async function mailTo(who: Colleague, step: string) {
  await allMailed(server);
  const rows = await server.app.db
    .selectFrom('mails as m')
    .innerJoin('events as e', 'e.id', 'm.event_id')
    .select(['m.id', 'e.data'])
    .where('m.recipient', '=', who.mail)
    .execute();
  const own = rows.filter(({ data }) => (data as { step?: string }).step === step);
  expect(own).toHaveLength(1);
  return server.mail.waitFor(({ to, messageId }) => to === who.mail && messageId === `<${own[0]?.id}@localhost>`);
}

/** How many reminders have gone out, once all of now have. */
async function sent(): Promise<number> {
  await allMailed(server);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from mails m join events e on e.site_id = m.site_id and e.id = m.event_id
    where e.what = 'licences.reminded' and m.state = 'sent'`.execute(server.app.db);
  return rows[0]?.count ?? 0;
}

beforeAll(async () => {
  server = await startTestServer({ startAt: at('2026-11-20T10:00') });
  above = await owner(await newOrganization(server, 'dealer', '見本商事', licenceSite), 'en');
  dealer = await owner(await newBelow(server, above.organization, 'dealer', '見本二次販売'));
  customer = await owner(await newBelow(server, dealer.organization, 'customer', '見本工業'));
  serials = (await giveDevices(server, 3, { site: licenceSite, model: 'VC-20' })).toSorted();
  const [first = '', second = '', third = ''] = await deviceIds(serials);
  await serve(customer.organization, '2027-12-31', [first, second]);
  await serve(customer.organization, '2028-01-31', [third]);
  const [aside = ''] = await giveLicences(server, { customer: customer.organization, lastDay: '2028-06-30' });
  await sql`update licences set set_aside_for = ${insideId(second)}::uuid where site_id = ${licenceSite} and id = ${aside}`.execute(
    server.app.db,
  );
  await giveLicences(server, { customer: customer.organization, lastDay: '2027-12-31' });
});
afterAll(() => server.close());

describe('L-07 reminders of licences that end', () => {
  test('90 days before at nine o’clock, to the dealer and the dealer above (L-10), and never again', async () => {
    moveTo(server, at('2027-10-03T08:59'));
    expect(await decided()).toEqual([]);
    moveTo(server, at('2027-10-03T09:00'));
    expect(await decided()).toEqual(times(2));
    expect(await decided()).toEqual([]);
    expect(await sent()).toBe(2);
    const own = await mailTo(dealer, 'd90');
    expect(own.subject).toBe(
      '[カメラライセンスポータル] 見本工業：ライセンスの期限が近づいています（2027年12月31日まで、3本）',
    );
    const [first = '', second = ''] = serials;
    for (const line of [
      `・${first}: 更新の予定がありません`,
      `・${second}: 次のライセンスが決まっています`,
      '・機器に使われていないライセンス1本: このままでは、使われないまま期限が切れます',
      '2027年11月1日以降に割り当てると日数が無駄になりません。2027年12月1日から2027年12月31日までに割り当てると、最も長く使えます。',
      `/o/${dealer.organization}/licences/renewals?month=2027-12\n`,
      '・録画',
    ])
      expect(own.text).toContain(line);
    expect(own.text).not.toContain('ローカル');
    expect(own.text).not.toContain('遅くなり');
  });

  test('the dealer above learns sums, and nothing of its sub-dealer’s customers', async () => {
    const mail = await mailTo(above, 'd90');
    expect(mail.subject).toContain('Customers of 見本二次販売: 3 licences to expire soon (last day December 31, 2027)');
    expect(mail.text).toContain('Renewal settled: 1\nNo renewal in sight: 1\nNot used by any device: 1');
    expect(mail.text).toContain(`/o/${above.organization}/dealer-stock\n`);
    expect(mail.raw + mail.text).not.toContain('見本工業');
    for (const serial of serials) expect(mail.text).not.toContain(serial);
  });

  test('many at once decide it once; what waits since is told', async () => {
    await giveLicences(server, { customer: customer.organization, lastDay: '2029-01-31' });
    moveTo(server, at('2027-11-02T09:00'));
    expect(await causedBy(() => Promise.all([tick(), tick(), tick(), tick()]))).toEqual(times(2));
    expect(await sent()).toBe(4);
    const [first = ''] = serials;
    expect((await mailTo(dealer, 'd60')).text).toContain(`・${first}: 待機中のライセンスに自動で切り替わります`);
  });

  test('what was missed while nothing ran goes out late, each once', async () => {
    moveTo(server, at('2027-12-31T10:00'));
    const events = await decided();
    // 30 and 14 days, 24 hours and a day before; of the licence that ends a month later 90 and 60 days before.
    expect(events).toEqual(times(2 + 3 + 2 + 1 + 2 + 2));
    expect(await decided()).toEqual([]);
    expect(await sent()).toBe(4 + events.length);
    const last = await mailTo(customer, 'd1');
    expect(last.text).toContain('見本二次販売にご相談ください');
    expect(last.text).toContain(`/o/${customer.organization}/own-licences\n`);
    expect(last.text).not.toContain('遅くなり');
    const late = await mailTo(dealer, 'd30');
    expect(late.text).toContain('このお知らせは、2027年12月2日 9:00 (Asia/Tokyo)にお送りするはずのものです');
  });

  test('a clock that goes back and forth reminds nobody twice', async () => {
    const now = server.clock.now();
    for (const days of [-40, 20, 20, -10, 10]) {
      server.clock.move(days * daysMs);
      expect(await decided()).toEqual([]);
    }
    expect(server.clock.now()).toEqual(now);
    expect(await decided()).toEqual([]);
  });

  test('after the end a reminder that is late says what has become of each', async () => {
    const other = await owner(await newBelow(server, dealer.organization, 'customer', '見本倉庫'), 'en');
    const [device = '', next = ''] = await deviceIds(
      await giveDevices(server, 2, { site: licenceSite, model: 'VC-20' }),
    );
    await serve(other.organization, '2028-02-29', [device, next]);
    await giveLicences(server, { customer: other.organization, lastDay: '2029-03-31' });
    moveTo(server, at('2028-03-02T12:00'));
    await tick();
    const mail = await server.mail.waitFor(({ to, subject }) => to === other.mail && subject.includes('expired'));
    expect(mail.subject).toContain('2 licences expired (last day February 29, 2028)');
    expect(mail.text).toContain('goes on with its next licence');
    expect(mail.text).toContain('its licence has expired');
    expect(mail.text).toContain('We are sorry that it comes late.');
    const told = await server.mail.waitFor(({ to, subject }) => to === dealer.mail && subject.includes('見本倉庫'));
    // What is over is in no month of the calendar.
    expect(told.text).toContain(`/o/${dealer.organization}/licences/renewals\n`);
  });

  test('an address that nobody has proved learns numbers and no serial numbers or places', async () => {
    const wrong = await owner(await newBelow(server, dealer.organization, 'customer', '見本書店'));
    await sql`update users set mail_unproved_since = ${server.clock.now()}, password_hash = '!' where mail = ${wrong.mail}`.execute(
      server.app.db,
    );
    const [serial = ''] = await giveDevices(server, 1, { site: licenceSite, model: 'VC-20' });
    await serve(wrong.organization, '2028-05-31', await deviceIds([serial]));
    moveTo(server, at('2028-05-31T09:00'));
    await tick();
    const mail = await server.mail.waitFor(({ to }) => to === wrong.mail);
    expect(mail.text).toContain('更新の予定がないもの: 1本');
    expect(mail.text).not.toContain(serial);
    await server.mail.waitFor(({ to, text }) => to === dealer.mail && text.includes(serial));
  });

  test('what is assigned after a reminder fell due is not reminded of it; a customer without a dealer is itself', async () => {
    const alone = await owner(await newOrganization(server, 'customer', '見本亭', licenceSite));
    moveTo(server, at('2028-07-20T12:00'));
    await tick();
    await giveLicences(server, { customer: alone.organization, lastDay: '2028-07-31' });
    expect(await decided()).toEqual([]);
    moveTo(server, at('2028-07-31T09:00'));
    expect(await decided()).toEqual(times(1));
  });

  test('more than fit into one transaction are decided all the same', async () => {
    const [licence = ''] = await giveLicences(server, { customer: customer.organization, lastDay: '2029-06-30' });
    await sql`
      with made as (
        insert into organizations (site_id, id, kind, name, country, address, created_at)
        select ${licenceSite}, gen_random_uuid(), 'customer', '見本' || n, 'JP', '{}', ${server.clock.now()}
        from generate_series(1, ${remindersAtOnce}::int) n returning id
      )
      insert into licences (site_id, id, assignment_id, lot_id, customer_id, type, last_day, expires_at)
      select l.site_id, gen_random_uuid(), l.assignment_id, l.lot_id, m.id, l.type, l.last_day, l.expires_at
      from made m, licences l where l.site_id = ${licenceSite} and l.id = ${licence}`.execute(server.app.db);
    moveTo(server, at('2029-06-17T08:59'));
    await tick();
    moveTo(server, at('2029-06-17T09:00'));
    expect(await decided()).toHaveLength(remindersAtOnce + 3);
    expect(await decided()).toEqual([]);
  });
});
