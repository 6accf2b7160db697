import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { register } from '../../tools/test/devices.ts';
import { bootGateways, claimCode, gatewaySite, type TestGateway } from '../../tools/test/gateways.ts';
import { siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { acceptTransfer, newOf, offerDevice, replaceDevice } from '../../tools/test/transfers.ts';
import { rightOf } from '../exports/right.ts';
import { sessionCookie } from '../kernel/http/cookies.ts';
import { insideId, newId } from '../kernel/ids.ts';

let server: TestServer;
let customer: Colleague;
let dealer: Colleague;
let granted: TestGateway;
let other: TestGateway;

beforeAll(async () => {
  server = await startTestServer();
  [customer, dealer] = [await newOf(server, 'customer', '見本の家', gatewaySite), await newDealer()];
  const gateways = await bootGateways(server, 2);
  for (const { factory } of gateways) await register(customer, factory.serial, {}, { claimCode });
  [granted, other] = gateways as [TestGateway, TestGateway];
});
afterAll(() => server.close());

const newDealer = () => newOf(server, 'dealer', '見本販売', gatewaySite);

/** A grant over the span of a gateway that runs. */
async function grant({ credential }: TestGateway, rights: string[], to = dealer): Promise<string> {
  const id = newId();
  await sql`insert into grants (site_id, id, of_organization_id, to_organization_id, registration_id, rights, since, cause)
    select r.site_id, ${id}, r.organization_id, ${insideId(to.organization)}, r.id, ${rights}, ${server.clock.now()}, 'link'
    from device_registrations r where r.device_id = ${insideId(credential.device)} and r.until_at is null`.execute(
    server.app.db,
  );
  return id;
}
const endGrant = (id: string) =>
  server.app.db.updateTable('grants').set({ until: server.clock.now() }).where('id', '=', id).execute();

const deviceOf = ({ credential }: TestGateway) => `${dealer.path}/devices/${credential.device}`;
/** What the dealer gets of a gateway, place by place. */
const statuses = async (gateway: TestGateway) => {
  const places = ['', '/history', '/state', '/readings'];
  const answers = await Promise.all(places.map((place) => dealer.call('GET', deviceOf(gateway) + place)));
  return answers.map(({ status }) => status);
};
const listed = async (by: Colleague, query = '') => {
  const { items } = (await by.call('GET', `${by.path}/devices${query}`)).body as { items: { serial: string }[] };
  return items.map(({ serial }) => serial);
};

test('E-04 a grant over one device shows that device everywhere and nothing else of its owner, until it ends', async () => {
  expect(await statuses(granted)).toEqual([404, 404, 404, 404]);
  const id = await grant(granted, ['list', 'read']);
  expect(await statuses(granted)).toEqual([200, 200, 200, 200]);
  expect(await statuses(other)).toEqual([404, 404, 404, 404]);
  expect(await listed(dealer)).toEqual([granted.factory.serial]);
  expect(await listed(dealer, `?organization=${customer.organization}&sort=-company`)).toEqual([
    granted.factory.serial,
  ]);
  const file = await dealer.call('GET', `${dealer.path}/exports/devices?format=csv`);
  expect([file.text.includes(granted.factory.serial), file.text.includes(other.factory.serial)]).toEqual([true, false]);
  const view = await dealer.call('GET', deviceOf(granted));
  expect(view.body).toMatchObject({ mayChange: false, organization: { name: '見本の家' } });
  const change = (version: string) =>
    dealer.call('PATCH', deviceOf(granted), { values: { remarks: '点検済み' } }, { 'if-match': version });
  const version = String(view.headers.get('etag'));
  expect((await change(version)).status).toBe(404);
  const more = await grant(granted, ['list', 'read', 'configure']);
  expect((await change(version)).status).toBe(200);
  // Whoever has one device of a customer does not see that customer's organization.
  const session = (await dealer.call('GET', '/session')).body as { user?: { permissions?: string[] } };
  expect(JSON.stringify(session)).not.toContain('organizations:read');
  await endGrant(id);
  expect(await statuses(granted)).toEqual([200, 200, 200, 200]);
  await endGrant(more);
  expect(await statuses(granted)).toEqual([404, 404, 404, 404]);
  expect(await listed(dealer)).toEqual([]);
});

test('E-04 of a device that is used with it nothing shows, unless it is granted too', async () => {
  await sql`insert into device_parents (site_id, id, device_id, parent_device_id, from_at)
    values (${gatewaySite}, ${newId()}, ${insideId(other.credential.device)}, ${insideId(granted.credential.device)}, ${server.clock.now()})`.execute(
    server.app.db,
  );
  const id = await grant(granted, ['list', 'read']);
  const attached = async () => (await dealer.call('GET', deviceOf(granted))).body.attached;
  expect(await attached()).toEqual([]);
  const both = await grant(other, ['list', 'read']);
  expect(await attached()).toMatchObject([{ serial: other.factory.serial }]);
  await Promise.all([endGrant(id), endGrant(both)]);
});

test('E-04 a file on its way ends with the grant over a device that was in it', async () => {
  const id = await grant(granted, ['list', 'read']);
  const site = siteOf(server, gatewaySite);
  const organizationId = insideId(dealer.organization);
  const scope = { siteId: gatewaySite, organizationId, userId: insideId(dealer.id), now: server.clock.now() };
  const tokens = { session: String(dealer.cookies.get(sessionCookie(gatewaySite))) };
  const right = await rightOf(server.app, site, scope, tokens, 'devices:read');
  expect(await right.stillHolds()).toBe(true);
  await endGrant(id);
  expect(await right.stillHolds()).toBe(false);
});

test('E-04 a hand-over ends it, and the receiver lets a dealer go on with that device alone', async () => {
  const [kept, left] = [await newDealer(), await newDealer()];
  for (const to of [kept, left]) await grant(granted, ['list', 'read'], to);
  const receiver = await newOf(server, 'customer', '次の家', gatewaySite);
  const [own] = await bootGateways(server, 1);
  await register(receiver, String(own?.factory.serial), {}, { claimCode });
  const offered = await offerDevice(customer, granted.credential.device, receiver.mail);
  expect((await acceptTransfer(receiver, offered.body.id, [kept.organization])).status).toBe(200);
  expect([await listed(kept), await listed(left)]).toEqual([[granted.factory.serial], []]);
});

test('E-04 an exchange ends what was granted of the old device where nothing carries it on', async () => {
  const id = await grant(other, ['list', 'read']);
  const maker = await newOf(server, 'maker', '', gatewaySite);
  const [next] = await bootGateways(server, 1);
  expect((await replaceDevice(maker, other.credential.device, String(next?.factory.serial))).status).toBe(201);
  expect(await listed(dealer)).toEqual([]);
  await endGrant(id);
});
