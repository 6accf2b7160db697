import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { needCountMax, needKinds } from '../../domain/needs/needs.ts';
import { newAt, ownGateways, plantAlarm } from '../../tools/test/alarms.ts';
import { newCompany, newOperator } from '../../tools/test/accounts.ts';
import { makeApiKey } from '../../tools/test/api-keys.ts';
import { askOperators } from '../../tools/test/contact-requests.ts';
import { newCustomer } from '../../tools/test/devices.ts';
import { giveEndingLicences } from '../../tools/test/ending-licences.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import { licenceSite, newCustomerOf, newDealer, serveDevices } from '../../tools/test/licences.ts';
import { newColleague, newOrganization, type Colleague } from '../../tools/test/organizations.ts';
import type { Person } from '../../tools/test/person.ts';
import { expiryOf, giveLicences } from '../../tools/test/placements.ts';
import { givePrinter, printerSite } from '../../tools/test/printers.ts';
import { linkedDealer, ownedGateway, seeSettings } from '../../tools/test/settings.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { reportLevels } from '../../tools/test/toner.ts';
import { newOf, registeredDevice, reportEnd } from '../../tools/test/transfers.ts';
import { makeWebhook } from '../../tools/test/webhooks.ts';
import { capabilities } from '../capabilities.ts';
import { overdueSettings } from '../device-settings/overdue.ts';
import { daysMs, hoursMs } from '../kernel/clock.ts';
import { insideId } from '../kernel/ids.ts';
import { tonerWatch } from '../toner/lows.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
});
afterAll(() => server.close());

type Who = Person & { path: string };
const items = async (who: Who) => {
  const answer = await who.call('GET', `${who.path}/needs`);
  expect(answer.status).toBe(200);
  return answer.body['items'] as {
    kind: string;
    urgency: string;
    count: number;
    countCapped: boolean;
    subject?: string;
  }[];
};
/** What somebody is told, in its order, in short. */
const told = async (who: Who) =>
  (await items(who)).map(({ kind, count, countCapped }) => `${kind} ${count}${countCapped ? '+' : ''}`);
/** How many a list shows under the conditions to which the home page leads. */
const listed = async (who: Who, path: string) => (await who.call('GET', `${who.path}/${path}`)).body['total'];
const sit = (one: { organization: string }, role: 'owner' | 'manager' | 'member' | 'viewer', siteId: string) =>
  newColleague(server, one.organization, role, { siteId });

test('P-38 every kind is counted by one capability', () => {
  const kinds = capabilities.flatMap(({ needs = {} }) => Object.keys(needs));
  expect(kinds.toSorted()).toEqual([...needKinds].toSorted());
});

describe('P-38 alarms and silence', () => {
  let owner: Colleague;
  beforeAll(async () => {
    owner = await newAt(server, 'customer');
  });

  test('a new customer is asked to register a device, and a viewer is not', async () => {
    expect(await told(owner)).toEqual(['first-device 1']);
    expect(await told(await sit(owner, 'viewer', gatewaySite))).toEqual([]);
  });

  test('what is open and not acknowledged is counted as the list shows it, for those who may read it and nobody else', async () => {
    const [first, second] = await ownGateways(server, owner, 2);
    if (!first || !second) throw new Error('no gateways');
    expect(await told(owner)).toEqual([]);
    const plant = ({ factory: { serial } }: typeof first) => plantAlarm(server, gatewaySite, serial, '停電');
    const silent = await plant(second);
    await sql`update alarms set cause = 'silence', code = '' where id = ${insideId(silent)}`.execute(server.app.db);
    const taken = await plant(first);
    await plant(second);
    expect(await told(owner)).toEqual(['alarms 2', 'silence 1']);
    expect(await listed(owner, 'alarms?acknowledged=no&cause=but-silence')).toBe(2);
    expect(await listed(owner, 'alarms?acknowledged=no&cause=silence')).toBe(1);

    const stranger = await newAt(server, 'customer', '別の家');
    expect(await told(stranger)).toEqual(['first-device 1']);
    const dealer = await linkedDealer(server, { owner }, ['list', 'read']);
    expect(await told(dealer)).toEqual(['alarms 2', 'silence 1']);
    await server.app.db
      .updateTable('grants')
      .set({ until: server.clock.now() })
      .where('id', '=', dealer.grant)
      .execute();
    expect(await told(dealer)).toEqual([]);

    const answer = await owner.create(`${owner.path}/alarms/${taken}/acknowledgement`, { note: '' });
    expect(answer.status).toBe(204);
    expect(await told(owner)).toEqual(['alarms 1', 'silence 1']);
  });

  test('more than a hundred are said to be more, and counted no further', async () => {
    await sql`
      insert into alarms select more.*
      from (select * from alarms where organization_id = ${insideId(owner.organization)} and acknowledged_at is null limit 1) a
      cross join generate_series(1, ${needCountMax + 5}) n
      cross join lateral jsonb_populate_record(null::alarms,
        to_jsonb(a) || jsonb_build_object('id', gen_random_uuid(), 'code', 'X' || n, 'cause', 'status')) more`.execute(
      server.app.db,
    );
    expect(await told(owner)).toEqual([`alarms ${needCountMax}+`, 'silence 1']);
  });
});

test('P-38 of settings that are overdue the one that waits longest is named, to those who may set it', async () => {
  const gateway = await ownedGateway(server);
  const { owner, device } = gateway;
  await (await seeSettings(owner, device)).set({ reserve: 60 });
  expect(await told(owner)).toEqual([]);
  server.clock.move(24 * hoursMs);
  await overdueSettings.run(server.app, server.clock.now());
  const again = await sit(owner, 'member', gatewaySite);
  expect(await items(again)).toEqual([
    { kind: 'settings-overdue', urgency: 'now', count: 1, countCapped: false, subject: device },
  ]);
  expect(await told(await sit(owner, 'viewer', gatewaySite))).toEqual([]);
  expect(await told(await linkedDealer(server, gateway, ['list', 'read', 'configure']))).toEqual([
    'settings-overdue 1',
  ]);
  expect(await told(await linkedDealer(server, gateway, ['list', 'read']))).toEqual([]);
});

test('P-38 reports of end of use wait for operators who decide', async () => {
  const owner = await newOf(server, 'customer');
  const { id } = await registeredDevice(server, owner);
  expect((await reportEnd(owner, id, '2026-11-19')).status).toBe(201);
  const maker = await newOf(server, 'maker');
  expect(await told(maker)).toEqual(['end-reports 1']);
  expect(await listed(maker, 'end-reports?state=undecided')).toBe(1);
  expect(await told(await sit(maker, 'member', 'ups'))).toEqual([]);
  expect(await told(owner)).toEqual([]);
});

test('P-38 requests wait for operators who answer', async () => {
  const owner = await newCustomer(server, '見本商事', printerSite);
  const maker = { organization: await newOrganization(server, 'maker', '', printerSite) };
  const operator = await sit(maker, 'member', printerSite);
  expect(await told(operator)).toEqual([]);
  await askOperators(owner);
  await askOperators(owner);
  expect(await told(operator)).toEqual(['requests-open 2']);
  expect(await listed(operator, 'contact-desk?state=open')).toBe(2);
  expect(await told(owner)).toEqual(['first-device 1']);
});

test('P-38 toner that is low, as the list shows it', async () => {
  const owner = await newCustomer(server, '見本商事', printerSite);
  const printer = await givePrinter(server, owner, { model: 'SP-C320' });
  await reportLevels(server, printer, [{ tonerBlack: 9, tonerCyan: 5, tonerMagenta: 80, tonerYellow: 60 }]);
  await tonerWatch.run(server.app, server.clock.now());
  expect(await told(owner)).toEqual(['toner-low 2']);
  expect(await listed(owner, 'toner?state=low')).toBe(2);
  // Above the limit again without having been refilled: the list has nothing to show.
  server.clock.move(60_000);
  await reportLevels(server, printer, [{ tonerBlack: 9, tonerCyan: 12, tonerMagenta: 80, tonerYellow: 60 }]);
  await tonerWatch.run(server.app, server.clock.now());
  expect([await told(owner), await listed(owner, 'toner?state=low')]).toEqual([['toner-low 1'], 1]);
  expect(await told(await newCustomer(server, '別会社', printerSite))).toEqual(['first-device 1']);
});

test('P-38 licences that end soon, for the customer and the dealer, and devices whose licence is over', async () => {
  const { dealer, customer, operator } = await giveEndingLicences(server, {
    lastDay: '2026-12-20',
    waitsUntil: '2027-11-19',
  });
  const [seller] = await server.app.db
    .selectFrom('organizations')
    .select(['id', 'name'])
    .where('site_id', '=', licenceSite)
    .where('name', '=', '見本二次販売')
    .execute();
  if (!seller) throw new Error('no dealer');
  const sub = await sit({ organization: `org_${seller.id}` }, 'viewer', licenceSite);
  // Of two devices one has a licence that follows.
  expect(await told(sub)).toEqual(['renewals-open 1']);
  expect(await told(customer)).toEqual(['licences-ending 1', 'first-device 1']);
  expect(await told(dealer)).toEqual([]);
  expect(await told(operator)).toEqual([]);
});

test('P-38 devices whose licence has run out, as the list shows them, to the customer whose they are', async () => {
  const dealer = await newDealer(server, '見本販売');
  const customer = await newCustomerOf(server, dealer);
  const direct = { customer: customer.organization, type: 'direct' };
  await giveLicences(server, { ...direct, lastDay: '2026-12-31' });
  await giveLicences(server, { ...direct, lastDay: '2028-12-31' });
  await serveDevices(server, customer, 2);
  const over = async (who: Who) => (await told(who)).filter((one) => one.startsWith('licences-over'));
  expect(await over(customer)).toEqual([]);
  server.clock.move(expiryOf('2026-12-31').getTime() - server.clock.now().getTime());
  const again = await sit(customer, 'viewer', licenceSite);
  expect(await over(again)).toEqual(['licences-over 1']);
  expect(await listed(again, 'devices?licenceState=expired')).toBe(1);
  expect(await over(await sit(dealer, 'owner', licenceSite))).toEqual([]);
  expect(await over(await newCustomerOf(server, dealer, '別の会社'))).toEqual([]);
});

describe('P-38 what belongs to an organization alone', () => {
  test('webhooks that do not arrive, API keys that end, invitations nobody accepted', async () => {
    const owner = await newAt(server, 'dealer', '見本電設');
    const until = (days: number) => new Date(server.clock.now().getTime() + days * daysMs).toISOString();
    await makeApiKey(owner, ['devices:read'], { endsAt: until(20) });
    await makeApiKey(owner, ['devices:read'], { endsAt: until(90) });
    await makeApiKey(owner, ['devices:read']);
    const { id } = await makeWebhook(owner, 'https://hooks.example.jp/', ['alarms.raised']);
    expect(await told(owner)).toEqual(['api-keys-ending 1']);
    await server.app.db
      .updateTable('webhooks')
      .set({ failing_since: server.clock.now() })
      .where('id', '=', insideId(id))
      .execute();
    expect(await told(owner)).toEqual(['webhooks-failing 1', 'api-keys-ending 1']);
    expect(await told(await sit(owner, 'manager', gatewaySite))).toEqual([]);
    const wish = { name: '見本 次郎', mail: 'late@example.jp', role: 'member', language: 'ja' };
    expect((await owner.create(`${owner.path}/invitations`, wish)).status).toBe(201);
    server.clock.move(31 * daysMs);
    const manager = await sit(owner, 'manager', gatewaySite);
    expect(await told(manager)).toEqual(['invitations-over 1']);
    expect(await told(await sit(owner, 'member', gatewaySite))).toEqual([]);
    expect(await told(await newAt(server, 'dealer', '別の電設'))).toEqual([]);
  });

  test('batches whose sheet nobody has confirmed, and the first key of a company', async () => {
    const [operator, company] = [await newOperator(server), await newCompany(server)];
    const wish = {
      category: 'conference-unit',
      productNumber: 'EX-MP04',
      purpose: '多地点接続',
      note: '',
      count: 2,
      format: 'csv',
    };
    const made = await operator.create(`${operator.path}/activation-key-batches`, wish);
    expect(made.status).toBe(201);
    expect(await told(operator)).toEqual(['batches-unconfirmed 1']);
    expect(await told(company)).toEqual(['first-registration-key 1']);
    const delivery = (made.headers.get('location') ?? '').replace('/api/conference', '');
    const confirmed = await operator.call('PUT', `${delivery}/confirmation`);
    expect(confirmed.status).toBeLessThan(300);
    expect(await told(operator)).toEqual([]);
  });
});
