import { sql } from 'kysely';
import { insideId } from '../../server/kernel/ids.ts';
import { placeBelow } from '../../server/organizations/tree/place.ts';
import { giveDevices, register } from './devices.ts';
import { newColleague, newOrganization, siteOf, type Colleague } from './organizations.ts';
import { placeLicence, spansServing } from './placements.ts';
import type { TestServer } from './server.ts';

type Server = Pick<TestServer, 'app' | 'url'>;

/** The site whose dealers stock licences. */
export const licenceSite = 'camera';

/** An organization of that site below another, with what the site's data grant that one at once; its outside ID. */
export async function newBelow(
  server: Pick<TestServer, 'app'>,
  parent: string,
  kind: 'dealer' | 'customer',
  name: string,
): Promise<string> {
  const id = await newOrganization(server, kind, name, licenceSite);
  const site = siteOf(server, licenceSite);
  const now = server.app.clock.now();
  await server.app.db
    .transaction()
    .execute((tx) => placeBelow(tx, site, { id: insideId(id), kind }, insideId(parent), now));
  return id;
}

/** A dealer of that site with its owner, below another or by itself. */
export async function newDealer(server: Server, name = '見本販売', above?: string): Promise<Colleague> {
  const organization = above
    ? await newBelow(server, above, 'dealer', name)
    : await newOrganization(server, 'dealer', name, licenceSite);
  return newColleague(server, organization, 'owner', { siteId: licenceSite });
}

/** A customer of a dealer, with its owner, who has proved the address. */
export async function newCustomerOf(
  server: Server,
  dealer: { organization: string },
  name = '見本工業',
): Promise<Colleague> {
  const organization = await newBelow(server, dealer.organization, 'customer', name);
  return newColleague(server, organization, 'owner', { siteId: licenceSite });
}

export type AssignedLicences = {
  id: string;
  type: string;
  termMonths: number;
  quantity: number;
  assignedOn: string;
  freeUntil: string;
  paidFrom: string;
  lastDay: string;
  licences: string[];
};

/** One line of what is assigned; devices are those for which licences are set aside. */
export type WishedLine = { type: string; termMonths: number; quantity: number; devices?: string[] };

/** Has a dealer assign licences out of its stock to a customer of its own, by HTTP as the page does; an outside ID names the customer. */
export async function assignLicences(
  dealer: Pick<Colleague, 'create' | 'path'>,
  customer: string,
  ...lines: WishedLine[]
): Promise<AssignedLicences[]> {
  const answer = await dealer.create(`${dealer.path}/licence-assignments`, { customer, lines });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.assignments as AssignedLicences[];
}

/**
 * Registers devices of a model for a customer that holds licences of their type, and has each served by one of those that wait; their outside
 * IDs, by serial number.
 */
export async function serveDevices(
  server: Server,
  customer: Colleague,
  count: number,
  model = 'VC-30D',
): Promise<{ id: string; serial: string }[]> {
  const serials = (await giveDevices(server, count, { site: licenceSite, model })).toSorted();
  const devices: { id: string; serial: string }[] = [];
  for (const serial of serials) {
    const answer = await register(customer, serial, { installation: '玄関' });
    if (answer.status !== 201) throw new Error(answer.text);
    const id = String(answer.body.id);
    devices.push({ id, serial });
    await serve(server, customer.organization, id);
  }
  return devices;
}

/** Where registering has not done so already. */
async function serve(server: Server, customer: string, device: string): Promise<void> {
  if ((await spansServing(server, device)).length > 0) return;
  const { rows } = await sql<{ id: string }>`
    select l.id from licences l where l.customer_id = ${insideId(customer)}
      and not exists (select from licence_placements p where p.licence_id = l.id)
    order by l.expires_at, l.id limit 1`.execute(server.app.db);
  const [licence] = rows;
  if (!licence) throw new Error('no licence waits');
  await placeLicence(server, { customer, licence: licence.id, device });
}
