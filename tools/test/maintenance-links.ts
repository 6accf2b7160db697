import { randomInt } from 'node:crypto';
import { insideId } from '../../server/kernel/ids.ts';
import { giveDevices, register } from './devices.ts';
import { claimCode, gatewayModel, gatewaySite } from './gateways.ts';
import { newColleague, newOrganization, type Colleague } from './organizations.ts';
import type { TestServer } from './server.ts';

type Server = Pick<TestServer, 'app' | 'url'>;
export type TestDealer = Colleague & { pair: { dealer: string; phone: string } };

/** A dealer with what customers name it by; its phone number as a customer would type it. */
export async function newDealer(server: Server, name = '見本電設', language: 'ja' | 'en' = 'ja'): Promise<TestDealer> {
  const organization = await newOrganization(server, 'dealer', name, gatewaySite);
  const someone = await newColleague(server, organization, 'owner', { siteId: gatewaySite, language });
  const number = String(randomInt(1_0000)).padStart(4, '0');
  const dealer = `denki${randomInt(1_000_000)}`;
  await server.app.db
    .updateTable('organizations')
    .set({ phone: `+8131234${number}`, dealer_code: dealer })
    .where('id', '=', insideId(organization))
    .execute();
  return { ...someone, pair: { dealer, phone: `03-1234-${number}` } };
}

export const newGatewayOwner = async (
  server: Server,
  name = '見本の家',
  language: 'ja' | 'en' = 'ja',
): Promise<Colleague> => {
  const organization = await newOrganization(server, 'customer', name, gatewaySite);
  return newColleague(server, organization, 'owner', { siteId: gatewaySite, language });
};

export type TestDevice = { id: string; serial: string };

/** Gateways that a customer has registered. */
export async function newGateways(server: Server, owner: Colleague, count = 1): Promise<TestDevice[]> {
  const serials = await giveDevices(server, count, { site: gatewaySite, model: gatewayModel, claimCode });
  const made: TestDevice[] = [];
  for (const serial of serials) {
    const { status, body, text } = await register(owner, serial, {}, { claimCode });
    if (status !== 201) throw new Error(text);
    made.push({ id: String(body.id), serial });
  }
  return made;
}

type Wish = { devices: readonly TestDevice[] | null; configure?: boolean; until?: string };

export const linkDealer = (by: Colleague, dealer: TestDealer, { devices, configure = false, until = '' }: Wish) =>
  by.create(`${by.path}/maintenance-links`, {
    ...dealer.pair,
    devices: devices && devices.map(({ id }) => id),
    configure,
    until,
  });

export const endLink = (by: Colleague, link: unknown) =>
  by.call('DELETE', `${by.path}/maintenance-links/${String(link)}`);
export const readLink = (by: Colleague, link: unknown) =>
  by.call('GET', `${by.path}/maintenance-links/${String(link)}`);

/** A link of a customer's new gateways with a new dealer. */
export async function newLink(server: Server, wish: { configure?: boolean; until?: string } = {}) {
  const [owner, dealer] = [await newGatewayOwner(server), await newDealer(server)];
  const devices = await newGateways(server, owner);
  const begun = await linkDealer(owner, dealer, { devices, ...wish });
  if (begun.status !== 201) throw new Error(begun.text);
  return { owner, dealer, devices, link: String(begun.body.id) };
}

/** The serial numbers of all gateways that somebody sees. */
export async function gatewaysSeenBy(who: Colleague): Promise<string[]> {
  const { items } = (await who.call('GET', `${who.path}/devices`)).body as { items: { serial: string }[] };
  return items.map(({ serial }) => serial);
}
