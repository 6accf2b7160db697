import type { EventKind } from '../../../domain/events/kinds.ts';
import { sql } from 'kysely';
import { settleCustomer, type Moment } from '../../../domain/licences/settle.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { writeEvents, type NewEvent } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { tellPlaced } from '../tell.ts';
import { findDueAmong, findEnded, findWaiting } from './facts.ts';
import { lockCustomers } from './lock.ts';

type Settled = { customer: string; moments: Moment[] };

/**
 * Holds on to these customers and writes what followed from every licence of theirs that has ended up to `now` (L-06), with its events; its
 * cameras are told. Every command about a customer's licences, and every answer to a device, begins with it: then what is stored is what holds.
 */
export async function settle(tx: Tx, site: Pick<Site, 'id'>, customerIds: readonly string[], now: Date): Promise<void> {
  await settleHeld(tx, site, await lockCustomers(tx, site.id, customerIds), now);
}

/** As `settle`, for customers that are held already. */
export async function settleHeld(
  tx: Tx,
  site: Pick<Site, 'id'>,
  customerIds: readonly string[],
  now: Date,
): Promise<void> {
  if (customerIds.length === 0) return;
  const ended = await findEnded(tx, site.id, customerIds, now);
  if (ended.length === 0) return;
  const first = new Date(Math.min(...ended.map(({ endedAt }) => endedAt.getTime())));
  const customers = Map.groupBy(ended, ({ customer }) => customer);
  const waiting = Map.groupBy(await findWaiting(tx, site.id, [...customers.keys()], first), ({ customer }) => customer);
  const settled = [...customers].map(([customer, some]) => ({
    customer,
    moments: settleCustomer(some, waiting.get(customer) ?? [], now),
  }));
  await storeTaken(tx, site.id, settled, now);
  await sql`
    update licence_placements set settled_at = ${now}::timestamptz
    where site_id = ${site.id} and id = any(${ended.map(({ placementId }) => placementId)}::uuid[])`.execute(tx);
  const cause = { siteId: site.id, actor: { kind: 'system' }, now, requestId: null } as const;
  await writeEvents(tx, cause, settled.flatMap(eventsOf));
  await tellPlaced(tx, site.id, [...new Set(ended.map(({ deviceId }) => deviceId))]);
}

/** For an answer that is about these customers only: settles what is due, and asks for nothing where nothing is. */
export async function settleDueOf(
  app: Pick<App, 'db'>,
  site: Pick<Site, 'id'>,
  customerIds: readonly string[],
  now: Date,
): Promise<void> {
  const due = await findDueAmong(app.db, site.id, customerIds, now);
  if (due.length > 0) await app.db.transaction().execute((tx) => settle(tx, site, due, now));
}

async function storeTaken(tx: Tx, siteId: string, settled: readonly Settled[], now: Date): Promise<void> {
  const rows = settled.flatMap(({ customer, moments }) =>
    moments.flatMap(({ taken }) => taken.map((one) => ({ ...one, customer }))),
  );
  if (rows.length === 0) return;
  const column = <T>(of: (one: (typeof rows)[number]) => T) => rows.map(of);
  await sql`
    insert into licence_placements (site_id, id, licence_id, device_id, customer_id, from_at, until_at, cause, created_by, settled_at)
    select ${siteId}, t.id, t.licence_id, t.device_id, t.customer_id, t.from_at, t.until_at, 'automatic', null,
      case when t.until_at <= ${now}::timestamptz then ${now}::timestamptz end
    from unnest(${rows.map(() => newId())}::uuid[], ${column((one) => one.licenceId)}::uuid[],
      ${column((one) => one.deviceId)}::uuid[], ${column((one) => one.customer)}::uuid[],
      ${column((one) => one.from)}::timestamptz[], ${column((one) => one.until)}::timestamptz[])
      as t(id, licence_id, device_id, customer_id, from_at, until_at)`.execute(tx);
}

/** One event of each kind for a customer and moment, however many cameras it has. */
function eventsOf({ customer, moments }: Settled): NewEvent[] {
  return moments.flatMap(({ at, taken, without }) => {
    const event = (what: EventKind, more: Record<string, unknown>) => ({
      what,
      subject: `organization/${customer}`,
      data: { organization: customer, at: at.toISOString(), ...more },
    });
    const over = taken.map(({ licenceId, deviceId }) => ({ licence: licenceId, device: deviceId }));
    return [
      ...(over.length > 0 ? [event('licences.taken-over', { licences: over, without })] : []),
      ...(without.length > 0 ? [event('licences.expired', { devices: without })] : []),
    ];
  });
}
