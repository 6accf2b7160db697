import { bootstrap } from '../../edge/gateway/bootstrap.ts';
import { gatewayClient, type GatewayClient } from '../../edge/gateway/client.ts';
import { insideId, newId } from '../../server/kernel/ids.ts';
import { newCustomer, register } from './devices.ts';
import { claimCode, gatewaySite, makeGateways, type TestGateway } from './gateways.ts';
import { newColleague, newOrganization, type Colleague } from './organizations.ts';
import type { TestServer } from './server.ts';

type Server = Pick<TestServer, 'app' | 'url'>;
export type OwnedGateway = TestGateway & { owner: Colleague; device: string; serial: string };

/** A gateway with a credential, registered by a customer of its own. */
export async function ownedGateway(server: Server, owner?: Colleague): Promise<OwnedGateway> {
  const [factory] = await makeGateways(server, 1);
  if (!factory) throw new Error('no gateway');
  const customer = owner ?? (await newCustomer(server, '見本家', gatewaySite));
  const answer = await register(customer, factory.serial, {}, { claimCode });
  if (answer.status !== 201) throw new Error(answer.text);
  const credential = await bootstrap(server.url, factory);
  return { factory, credential, owner: customer, device: String(answer.body.id), serial: factory.serial };
}

/** Somebody of a dealer who may do this with all that the customer has. */
export async function linkedDealer(
  server: Server,
  { owner }: Pick<OwnedGateway, 'owner'>,
  rights: string[],
  language: 'ja' | 'en' = 'ja',
): Promise<Colleague & { grant: string }> {
  const organization = await newOrganization(server, 'dealer', '見本電設', gatewaySite);
  const grant = newId();
  await server.app.db
    .insertInto('grants')
    .values({
      site_id: gatewaySite,
      id: grant,
      of_organization_id: insideId(owner.organization),
      to_organization_id: insideId(organization),
      rights,
      since: server.app.clock.now(),
      cause: 'link',
    })
    .execute();
  return { ...(await newColleague(server, organization, 'owner', { siteId: gatewaySite, language })), grant };
}

export type Desired = { version: number; values: Record<string, unknown> };
/** A gateway that is connected, with the settings that it was asked for so far; it answers what the test has it answer. */
export type Listening = { client: GatewayClient; desired: Desired[]; close(): Promise<void> };

export function listenAs({ credential }: TestGateway, url: string): Listening {
  const desired: Desired[] = [];
  const client = gatewayClient({
    url,
    credential,
    told: ({ kind, body }) => kind === 'desired' && desired.push(body as Desired),
  });
  client.connect();
  return { client, desired, close: () => client.disconnect() };
}

/** The settings of a device as somebody sees them, with the version for a change. */
export async function seeSettings(who: Colleague, device: string) {
  const path = `${who.path}/devices/${device}/settings`;
  const shown = await who.call('GET', path);
  const match = { 'if-match': shown.headers.get('etag') ?? '' };
  return { ...shown, set: (values: object, headers = match) => who.call('PATCH', path, { values }, headers) };
}
