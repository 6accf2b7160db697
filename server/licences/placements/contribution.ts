import { sql } from 'kysely';
import { judgeDevices, typeTakenBy } from '../../../domain/licences/place.ts';
import { deviceOptions, licenceOptions } from '../../../domain/site/capabilities.ts';
import type { DeviceContribution, Exchange, NewRegistration } from '../../devices/contribution.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import type { Scope } from '../../kernel/session.ts';
import { lockCustomers } from '../settle/lock.ts';
import { settle } from '../settle/settle.ts';
import { licenceColumns } from './columns.ts';
import { dropAside, findFree, free, place, type Placing } from './store.ts';

type Around = { tx: Tx; site: Site; scope: Scope };

/** What the types of a customer's licences are, and how many devices in use it has of each limited type. */
async function factsOf({ tx, site }: Around, customerId: string) {
  const { rows: types } = await sql<{ type: string }>`
    select distinct type from licences where site_id = ${site.id} and customer_id = ${customerId}::uuid`.execute(tx);
  const { rows: models } = await sql<{ model: string; count: number }>`
    select model, count(*)::int as count from v_registered_devices
    where site_id = ${site.id} and organization_id = ${customerId}::uuid and until_at is null and ended_on is null
    group by model`.execute(tx);
  const devices = new Map<string, number>();
  for (const { model, count } of models) {
    const type = typeTakenBy(licenceOptions(site), model)?.id;
    if (type) devices.set(type, (devices.get(type) ?? 0) + count);
  }
  return { assigned: new Set(types.map(({ type }) => type)), devices };
}

/** A waiting licence goes to a device at once when it is registered (L-05): earliest expiry first, none that is kept for another. */
async function placeOnNew(around: Around, devices: readonly NewRegistration[]): Promise<NewEvent[]> {
  const { tx, site, scope } = around;
  const fresh = devices.filter(({ cause }) => cause === 'registered');
  const placings: Placing[] = [];
  const byCustomer = Map.groupBy(fresh, ({ organizationId }) => organizationId);
  await settle(tx, site, [...byCustomer.keys()], scope.now);
  for (const [customerId, some] of byCustomer) {
    const left = await findFree(tx, scope, customerId);
    for (const { deviceId, model } of some) {
      const type = typeTakenBy(licenceOptions(site), model)?.id;
      const at = left.findIndex((one) => one.type === type);
      const [licence] = at < 0 ? [] : left.splice(at, 1);
      if (licence) placings.push({ licenceId: licence.id, deviceId, customerId, cause: 'automatic' });
    }
  }
  await place(tx, scope, placings, scope.userId);
  return placings.map(({ licenceId, deviceId, customerId }) => ({
    what: 'licences.placed',
    subject: `licence/${licenceId}`,
    data: { licence: licenceId, device: deviceId, organization: customerId, from: null },
  }));
}

/** A device that goes frees its licence, which stays with the customer and waits. */
async function leaveDevice(
  { tx, site, scope }: Around,
  { deviceId, organizationId, to }: { deviceId: string; organizationId: string; to: string | null },
): Promise<NewEvent[]> {
  await lockCustomers(tx, site.id, to === null ? [organizationId] : [organizationId, to]);
  await settle(tx, site, [organizationId], scope.now);
  await dropAside(tx, scope, organizationId, deviceId);
  const ended = await free(tx, scope, { deviceId });
  return ended ? [freed(ended, organizationId)] : [];
}

export function freed({ licenceId, deviceId }: { licenceId: string; deviceId: string }, customerId: string): NewEvent {
  return {
    what: 'licences.freed',
    subject: `licence/${licenceId}`,
    data: { licence: licenceId, device: deviceId, organization: customerId },
  };
}

/** The licence, what was kept for the device and what was decided about renewing go on with the one that takes its place (P-32). */
async function exchange({ tx, site, scope }: Around, exchanged: Exchange): Promise<NewEvent[]> {
  const { oldDeviceId, deviceId, organizationId, model } = exchanged;
  await settle(tx, site, [organizationId], scope.now);
  const ended = await free(tx, scope, { deviceId: oldDeviceId });
  const takes = typeTakenBy(licenceOptions(site), model)?.id ?? '';
  await sql`
    update licences set set_aside_for = case when type = ${takes} then ${deviceId}::uuid end
    where site_id = ${site.id} and customer_id = ${organizationId}::uuid and set_aside_for = ${oldDeviceId}::uuid`.execute(
    tx,
  );
  await sql`
    insert into licence_camera_choices (site_id, device_id, customer_id, renews)
    select site_id, ${deviceId}::uuid, customer_id, renews from licence_camera_choices
    where site_id = ${site.id} and device_id = ${oldDeviceId}::uuid and customer_id = ${organizationId}::uuid
    on conflict (site_id, device_id, customer_id) do update set renews = excluded.renews`.execute(tx);
  if (!ended) return [];
  const { rows } = await sql<{ type: string }>`
    select type from licences where site_id = ${site.id} and id = ${ended.licenceId}::uuid`.execute(tx);
  if (rows[0]?.type !== takes) return [freed(ended, organizationId)];
  const { licenceId } = ended;
  await place(tx, scope, [{ licenceId, deviceId, customerId: organizationId, cause: 'replaced' }], scope.userId);
  return [
    {
      what: 'licences.moved',
      subject: `licence/${licenceId}`,
      data: { licence: licenceId, from: oldDeviceId, device: deviceId, organization: organizationId },
    },
  ];
}

/** What licences have to do with devices: which may be registered, and which licence serves them. */
export const licenceContribution: DeviceContribution = {
  joined: [licenceColumns],
  objections: ['licences/none-assigned', 'licences/too-many-devices'],
  judging: async ({ tx, site, scope }, { organizationId, from, cause, devices }, lock) => {
    if (lock) await lockCustomers(tx, site.id, from === null ? [organizationId] : [organizationId, from]);
    const facts = await factsOf({ tx, site, scope }, organizationId);
    const models = devices.map(({ model }) => model);
    const verdicts = judgeDevices(
      licenceOptions(site),
      deviceOptions(site).models,
      facts,
      models,
      cause === 'registered',
    );
    return verdicts.map((one) => one && { code: `licences/${one.code}`, ...(one.params && { params: one.params }) });
  },
  registered: placeOnNew,
  leaving: leaveDevice,
  replacing: async (_, tx, site, scope, exchanged) => exchange({ tx, site, scope }, exchanged),
};
