import { insideId } from '../../server/kernel/ids.ts';
import { giveDevices, register } from './devices.ts';
import { newColleague, newOrganization, type Colleague } from './organizations.ts';
import type { TestServer } from './server.ts';

export const upsSite = 'ups';
type Server = Pick<TestServer, 'app' | 'url'>;
type Kind = 'customer' | 'dealer' | 'maker';

/** Somebody of a new organization (or of the maker) at the portal for UPS units. */
export async function newOf(server: Server, kind: Kind, name = '見本工業', siteId = upsSite): Promise<Colleague> {
  return newColleague(server, await newOrganization(server, kind, name, siteId), 'owner', { siteId });
}

/** Another owner of an organization: sessions end when the clock is moved. */
export const freshOwner = (server: Server, { organization }: Colleague): Promise<Colleague> =>
  newColleague(server, organization, 'owner', { siteId: upsSite });

/** A device that the organization has registered. */
export async function registeredDevice(
  server: Server,
  owner: Colleague,
  values: Parameters<typeof register>[2] = { purchasedOn: '2026-10-15', remarks: 'サーバー室' },
  siteId = upsSite,
): Promise<{ id: string; serial: string }> {
  const [serial = ''] = await giveDevices(server, 1, { site: siteId });
  const answer = await register(owner, serial, values);
  if (answer.status !== 201) throw new Error(answer.text);
  return { id: String(answer.body.id), serial };
}

export const offerDevice = (by: Colleague, device: string, to: string) =>
  by.create(`${by.path}/devices/${device}/offer`, { to });
export const orderTransfer = (by: Colleague, device: string, to: string, reason = '登記の変更による') =>
  by.create(`${by.path}/devices/${device}/transfer-order`, { to, reason });
export const acceptTransfer = (by: Colleague, transfer: unknown, dealers: string[] = []) =>
  by.call('POST', `${by.path}/transfers/${String(transfer)}/accept`, { dealers });
export const dropTransfer = (by: Colleague, transfer: unknown) =>
  by.call('DELETE', `${by.path}/transfers/${String(transfer)}`);
export const cancelTransfer = (by: Colleague, transfer: unknown) =>
  by.call('POST', `${by.path}/transfers/${String(transfer)}/cancel`);
export const readTransfer = (by: Colleague, transfer: unknown) =>
  by.call('GET', `${by.path}/transfers/${String(transfer)}`);
export const stateOfDevice = (by: Colleague, device: string) => by.call('GET', `${by.path}/devices/${device}/state`);
export const reportEnd = (by: Colleague, device: string, endedOn: string, reason = '廃棄した') =>
  by.create(`${by.path}/devices/${device}/end-report`, { endedOn, reason });
export const replaceDevice = (by: Colleague, device: string, serial: string, reason = '電源が入らない') =>
  by.create(`${by.path}/devices/${device}/replacement`, { serial, reason });

/** Who has a device, and who may get it. */
export async function newPair(server: Server) {
  const seller = await newOf(server, 'customer', '見本工業');
  const buyer = await newOf(server, 'customer', '見本商事');
  return { seller, buyer, device: await registeredDevice(server, seller) };
}

/** Whose a device was and is, the oldest first. */
export const spansOf = ({ app }: Server, device: string) =>
  app.db
    .selectFrom('device_registrations')
    .selectAll()
    .where('device_id', '=', insideId(device))
    .orderBy('from_at')
    .orderBy('until_at')
    .execute();

export const mailed = ({ mail }: Pick<TestServer, 'mail'>, to: string, words: string) =>
  mail.waitFor((one) => one.to === to && `${one.subject}\n${one.text}`.includes(words));
