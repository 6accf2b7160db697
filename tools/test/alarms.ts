import { expect } from 'vitest';
import { sql } from 'kysely';
import { insideId, newId, outsideId } from '../../server/kernel/ids.ts';
import { alarmWorker, sweep, tellNow } from '../../server/alarms/worker.ts';
import { register } from './devices.ts';
import { basicOf, bootGateways, claimCode, gatewaySite, type TestGateway } from './gateways.ts';
import { newColleague, newOrganization, siteOf, type Colleague } from './organizations.ts';
import type { TestServer } from './server.ts';

/** Somebody of a new organization at the portal of the gateways. */
export async function newAt(
  server: Pick<TestServer, 'app' | 'url'>,
  kind: 'customer' | 'dealer' | 'maker',
  name = '見本 太郎',
  language: 'ja' | 'en' = 'ja',
): Promise<Colleague> {
  const organization = await newOrganization(server, kind, name, gatewaySite);
  return newColleague(server, organization, 'owner', { siteId: gatewaySite, language });
}

/** Gateways that are the customer's. */
export async function ownGateways(
  server: Pick<TestServer, 'app' | 'url'>,
  owner: Colleague,
  count = 1,
  values: Parameters<typeof register>[2] = {},
): Promise<TestGateway[]> {
  const made = await bootGateways(server, count);
  for (const { factory } of made) {
    const answer = await register(owner, factory.serial, values, { claimCode });
    if (answer.status !== 201) throw new Error(answer.text);
  }
  return made;
}

export type Said = { kind: string; message: Record<string, unknown> };

/** Says something as a gateway. */
export async function sayAs(server: Pick<TestServer, 'url'>, gateway: TestGateway, ...messages: Said[]): Promise<void> {
  const answer = await fetch(`${server.url}/api/${gatewaySite}/device-messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: basicOf(gateway) },
    body: JSON.stringify({ messages }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Has the worker take what was said, as it does by itself each second, and look for what nobody says. */
export async function lookNow({ app, clock }: TestServer, siteId = gatewaySite): Promise<void> {
  const waits = async () => {
    const { rows } = await sql<{ any: boolean }>`select exists (select from alarm_inputs) as any`.execute(app.db);
    return rows[0]?.any === true && alarmWorker.work(app, clock.now()).then(() => true);
  };
  // The server's own worker may be at it just now: then it is asked again.
  await expect.poll(waits).toBe(false);
  const site = siteOf({ app }, siteId);
  await expect.poll(() => sweep(app, site, clock.now())).toBe(true);
}

/** Has everything that is due put into mails. */
export function tellAll({ app, clock }: TestServer): Promise<void> {
  return tellNow(app, clock.now());
}

export type KeptAlarm = {
  cause: string;
  code: string;
  severity: string;
  open: boolean;
  flapping: boolean;
  rises: number;
};

/** The alarms of a gateway, the oldest first. */
export async function alarmsOf({ app }: Pick<TestServer, 'app'>, gateway: TestGateway): Promise<KeptAlarm[]> {
  const { rows } = await sql<KeptAlarm>`
    select cause, code, severity, cleared_at is null as open, flapping, rises from alarms
    where device_id = ${insideId(gateway.credential.device)} order by id`.execute(app.db);
  return rows;
}

/** Lets a dealer read all that is a customer's; the grant's ID, to end it by. */
export async function letRead(
  { app }: Pick<TestServer, 'app'>,
  customer: Colleague,
  dealer: Colleague,
): Promise<string> {
  const id = newId();
  await app.db
    .insertInto('grants')
    .values({
      site_id: gatewaySite,
      id,
      of_organization_id: insideId(customer.organization),
      to_organization_id: insideId(dealer.organization),
      rights: ['list', 'read'],
      since: app.clock.now(),
      until: null,
      cause: 'link',
    })
    .execute();
  return id;
}

/** A maintenance address that was proved; its outside ID. */
export async function giveAddress(
  { app }: Pick<TestServer, 'app'>,
  { organization }: Colleague,
  mail: string,
  language: 'ja' | 'en' = 'ja',
  siteId = gatewaySite,
): Promise<string> {
  const now = app.clock.now();
  const id = newId();
  await app.db
    .insertInto('maintenance_addresses')
    .values({
      site_id: siteId,
      id,
      organization_id: insideId(organization),
      mail,
      language,
      added_at: now,
      proof_id: newId(),
      secret_hash: Buffer.from(newId()),
      asked_at: now,
      proof_expires_at: now,
      proved_at: now,
    })
    .execute();
  return outsideId('maintenanceAddress', id);
}

/** An open alarm of a registered device, past its reports; its outside ID. */
export async function plantAlarm(
  { app }: Pick<TestServer, 'app'>,
  siteId: string,
  serial: string,
  said: string,
): Promise<string> {
  const id = newId();
  const now = app.clock.now();
  await sql`
    insert into alarms (site_id, id, registration_id, organization_id, device_id, device_key, cause, code, severity, facts, raised_at,
      noticed_at, is_on, flapping, rises, rose_at, changed_at, last_at, remind_at)
    select site_id, ${id}, registration_id, organization_id, device_id, device_key, 'status', 'E01', 'error',
      ${JSON.stringify({ text: said })}::jsonb, ${now}, ${now}, true, false, 1, array[${now}::timestamptz], ${now}, ${now}, 'infinity'
    from v_registered_devices where site_id = ${siteId} and serial = ${serial} and until_at is null`.execute(app.db);
  return outsideId('alarm', id);
}
