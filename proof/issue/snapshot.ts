import { outsideId } from '../../server/kernel/ids.ts';
import type { App } from '../../server/kernel/app.ts';
import { keyMaker } from '../../server/registration-keys/masters.ts';
import { findChainFault } from '../kit/chain.ts';

export type Binding = {
  id: string;
  activationKey: string;
  deviceId: string;
  feature: number;
  slot: number;
  registrationKey: string;
};

/** What the database holds when all is quiet. Organizations by their outside ID, as the clients know them. */
export type Snapshot = {
  bindings: Binding[];
  /** Which organization has which binding in its history. */
  issues: { binding: string; organization: string }[];
  /** The events "registration keys were issued", each with the bindings it names. */
  issued: { id: string; organization: string; bindings: string[] }[];
  mails: { id: string; eventId: string; recipient: string; state: string }[];
  events: number;
  chainFault: string | null;
};

export async function readSnapshot(app: App, siteId: string): Promise<Snapshot> {
  const site = app.sites.get(siteId);
  if (!site) throw new Error(`no site ${siteId}`);
  const { events, fault } = await findChainFault(app.db, siteId);
  const organization = (id: string | null) => outsideId('organization', id ?? '');
  const issues = await app.db
    .selectFrom('registration_key_issues')
    .select(['binding_id', 'organization_id'])
    .where('site_id', '=', siteId)
    .execute();
  const issued = await app.db
    .selectFrom('events')
    .select(['id', 'organization_id', 'data'])
    .where('site_id', '=', siteId)
    .where('what', '=', 'registration-keys.issued')
    .execute();
  const mails = await app.db
    .selectFrom('mails')
    .select(['id', 'event_id as eventId', 'recipient', 'state'])
    .where('site_id', '=', siteId)
    .where('template', '=', 'registration-keys')
    .execute();
  return {
    bindings: await readBindings(app, siteId),
    issues: issues.map((row) => ({ binding: row.binding_id, organization: organization(row.organization_id) })),
    issued: issued.map((row) => ({
      id: row.id,
      organization: organization(row.organization_id),
      bindings: (row.data as { bindings: string[] }).bindings,
    })),
    mails,
    events,
    chainFault: fault,
  };
}

async function readBindings(app: App, siteId: string): Promise<Binding[]> {
  const site = app.sites.get(siteId);
  if (!site) throw new Error(`no site ${siteId}`);
  const rows = await app.db
    .selectFrom('registration_key_bindings as b')
    .innerJoin('identifiers as i', (join) =>
      join.onRef('i.site_id', '=', 'b.site_id').onRef('i.id', '=', 'b.identifier_id'),
    )
    .select(['b.id', 'b.activation_key', 'b.product', 'b.feature', 'b.slot', 'b.key_version', 'i.value'])
    .where('b.site_id', '=', siteId)
    .execute();
  const versions = rows.map((row) => row.key_version);
  const makeKey = await keyMaker(app, site, versions);
  return rows.map(({ id, activation_key, product, feature, slot, key_version, value }) => ({
    id,
    activationKey: activation_key,
    deviceId: value,
    feature,
    slot,
    registrationKey: makeKey({ product, deviceId: value, feature, slot, version: key_version }),
  }));
}
