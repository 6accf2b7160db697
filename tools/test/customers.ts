import { createOrganization } from '../../server/organizations/create-organization.ts';
import { insideId, newId } from '../../server/kernel/ids.ts';
import { newColleague, newOrganization, type Colleague } from './organizations.ts';
import type { TestServer } from './server.ts';

/** The site whose dealers make accounts for customers. */
export const customerSite = 'camera';

type Server = Pick<TestServer, 'app' | 'url'>;

/** A dealer of that site with an owner who is logged in. */
export async function newDealer(server: Server, name = '見本販売', language: 'ja' | 'en' = 'ja'): Promise<Colleague> {
  const organization = await newOrganization(server, 'dealer', name, customerSite);
  return newColleague(server, organization, 'owner', { siteId: customerSite, language });
}

/** An operator of that site. */
export async function newMaker(server: Server, language: 'ja' | 'en' = 'ja'): Promise<Colleague> {
  const organization = await newOrganization(server, 'maker', '', customerSite);
  return newColleague(server, organization, 'owner', { siteId: customerSite, language });
}

let addresses = 0;
export const newAddress = () => `kyaku${(addresses += 1)}@example.jp`;

export type MadeCustomer = { id: string; user: string; mail: string };

/** A dealer adds a customer, by an invitation unless a temporary password is given. */
export async function addCustomer(
  dealer: Colleague,
  {
    mail = newAddress(),
    name = '見本 四郎',
    company = '見本商店',
    password,
  }: { mail?: string; name?: string; company?: string; password?: string } = {},
): Promise<MadeCustomer> {
  const opening = password === undefined ? { opening: 'link' } : { opening: 'temporary', password };
  const body = { organization: 'customer', values: { company, name }, mail, language: 'ja', ...opening };
  const { status, body: made, text } = await dealer.create(`${dealer.path}/accounts`, body);
  if (status !== 201) throw new Error(text);
  return { id: String(made.organization), user: String(made.user), mail };
}

/** As if licences had been assigned to the customer some time ago, so that it is in use. */
export async function plantAssignment({ app }: Server, dealer: Colleague, customer: MadeCustomer): Promise<void> {
  const day = '2026-11-20';
  const dates = { assigned_on: day, free_until: '2026-12-31', last_day: '2027-12-31' };
  await app.db
    .insertInto('licence_assignments')
    .values({
      site_id: customerSite,
      id: newId(),
      customer_id: insideId(customer.id),
      dealer_id: insideId(dealer.organization),
      type: 'direct',
      term_months: 12,
      quantity: 1,
      ...dates,
      expires_at: new Date('2027-12-31T15:00:00Z'),
      created_by: null,
      created_at: app.clock.now(),
    })
    .execute();
}

/** A customer right below the maker, whom no dealer looks after. */
export async function customerOfNobody({ app }: Server): Promise<string> {
  const place = { country: 'JP', postalCode: null, address: [], phone: null };
  const wished = { kind: 'customer', name: '直接のお客様', ...place } as const;
  const id = await app.db.transaction().execute((tx) => createOrganization(tx, customerSite, wished, app.clock.now()));
  return `org_${id}`;
}
