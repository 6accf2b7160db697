import { outsideId } from '../../server/kernel/ids.ts';
import { giveDevices } from './devices.ts';
import { licenceSite, newCustomerOf, newDealer } from './licences.ts';
import { newColleague, newOrganization, type Colleague } from './organizations.ts';
import { giveLicences, placeLicence } from './placements.ts';
import type { TestServer } from './server.ts';

export type EndingLicences = {
  operator: Colleague;
  dealer: Colleague;
  customer: Colleague;
  /** Of its two devices, in order: one licence waits, for the first. */
  serials: string[];
};

/** A customer of a sub-dealer with two devices whose licences end on `lastDay`, and one licence that waits until `waitsUntil`. */
export async function giveEndingLicences(
  server: Pick<TestServer, 'app' | 'url'>,
  { lastDay, waitsUntil, language = 'ja' }: { lastDay: string; waitsUntil: string; language?: 'ja' | 'en' },
): Promise<EndingLicences> {
  const maker = await newOrganization(server, 'maker', '', licenceSite);
  const operator = await newColleague(server, maker, 'owner', { siteId: licenceSite, language });
  const dealer = await newDealer(server, '見本販売');
  const sub = await newDealer(server, '見本二次販売', dealer.organization);
  const customer = await newCustomerOf(server, sub, '見本工業');
  const serials = (await giveDevices(server, 2, { site: licenceSite, model: 'VC-20' })).toSorted();
  const rows = await server.app.db
    .selectFrom('manufactured_devices')
    .select('device_id')
    .where('site_id', '=', licenceSite)
    .where('serial', 'in', serials)
    .orderBy('serial')
    .execute();
  const { organization } = customer;
  const licences = await giveLicences(server, { customer: organization, lastDay, count: rows.length });
  for (const [index, { device_id: device }] of rows.entries())
    await placeLicence(server, {
      customer: organization,
      licence: licences[index] ?? '',
      device: outsideId('device', device),
    });
  await giveLicences(server, { customer: organization, lastDay: waitsUntil });
  return { operator, dealer, customer, serials };
}
