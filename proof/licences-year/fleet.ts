import { sql } from 'kysely';
import { datesOf, civilDayAt } from '../../domain/licences/terms.ts';
import { settleDueOf } from '../../server/licences/settle/settle.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { giveDevices } from '../../tools/test/devices.ts';
import { licenceSite, newCustomerOf, newDealer } from '../../tools/test/licences.ts';
import { siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { giveLicences } from '../../tools/test/placements.ts';
import type { TestServer } from '../../tools/test/server.ts';
import type { Random } from '../kit/random.ts';

export type FleetServer = Pick<TestServer, 'app' | 'url'>;
const customersOfDealer = 10;
const groupsOfCustomer = 2;
const zone = 'Asia/Tokyo';

/** Dealers, every other one below another, with customers whose cameras have licences that end in the months to come. */
export async function makeFleet(
  server: FleetServer,
  { customers, cameras, random }: { customers: number; cameras: number; random: Random },
): Promise<Colleague[]> {
  const above = await newDealer(server, '見本商事');
  const perGroup = Math.ceil(cameras / customers / groupsOfCustomer);
  const devices = await makeDevices(server, perGroup * customers * groupsOfCustomer);
  const made: Colleague[] = [];
  let dealer = above;
  for (let at = 0; at < customers; at += 1) {
    if (at % customersOfDealer === 0)
      dealer = await newDealer(
        server,
        `見本販売${at}`,
        at % (2 * customersOfDealer) === 0 ? above.organization : undefined,
      );
    const customer = await newCustomerOf(server, dealer, `見本工業${at}`);
    made.push(customer);
    for (let group = 0; group < groupsOfCustomer; group += 1)
      await giveGroup(server, customer, devices.splice(0, perGroup), 1 + random.below(12));
  }
  return made;
}

async function makeDevices(server: FleetServer, count: number): Promise<string[]> {
  const serials = await giveDevices(server, count, { site: licenceSite, model: 'VC-20' });
  const rows = await server.app.db
    .selectFrom('manufactured_devices')
    .select('device_id as id')
    .where('site_id', '=', licenceSite)
    .where('serial', 'in', serials)
    .execute();
  return rows.map(({ id }) => id);
}

/** Cameras of a customer whose licences end together, so many months from now. */
async function giveGroup(
  server: FleetServer,
  { organization: customer }: Colleague,
  devices: readonly string[],
  months: number,
): Promise<void> {
  const { lastDay } = datesOf(civilDayAt(server.app.clock.now(), zone), months);
  const licences = await giveLicences(server, { customer, lastDay, count: devices.length });
  await sql`
    insert into licence_placements (site_id, id, licence_id, device_id, customer_id, from_at, until_at, cause)
    select l.site_id, gen_random_uuid(), l.id, p.device, l.customer_id, ${server.app.clock.now()}, l.expires_at, 'chosen'
    from unnest(${licences}::uuid[], ${[...devices]}::uuid[]) as p(licence, device)
    join licences l on l.site_id = ${licenceSite} and l.id = p.licence`.execute(server.app.db);
}

/** A customer gets licences for renewal, with the dates of today; as every command does, what is due is settled first. */
export async function renew(server: FleetServer, customer: Colleague, count: number): Promise<void> {
  const { app } = server;
  const now = app.clock.now();
  await settleDueOf(app, siteOf(server, licenceSite), [insideId(customer.organization)], now);
  const { lastDay } = datesOf(civilDayAt(now, zone), 12);
  await giveLicences(server, { customer: customer.organization, lastDay, count });
}
