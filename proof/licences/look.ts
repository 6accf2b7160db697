import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { findStockFaults } from '../../server/licences/stock/check.ts';
import { isDatabaseAway, type Database, type Tx } from '../../server/kernel/database.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { licenceSite } from '../../tools/test/licences.ts';
import { assignedIn, plansIn, type Command } from './command.ts';

/** A little time between two looks, and as much again as the last one took: most of the machine belongs to those who are looked at. */
const pauseMs = 100;
const longestMs = 2_000;

/**
 * What is wrong in one snapshot: the ledger does not balance, more or less is held than was ordered and not refunded, a camera has two licences or a
 * licence two cameras, or something is not there that a client was told is done.
 */
export async function lookIn(tx: Tx, told: readonly Command[]): Promise<string[]> {
  return [
    ...(await findStockFaults(tx)).map((fault) => JSON.stringify(fault)),
    ...(await sumsDiffering(tx)),
    ...(await servedTwice(tx, 'device_id')),
    ...(await servedTwice(tx, 'licence_id')),
    ...(await servedByOthers(tx)),
    ...(await missing(tx, told)),
  ];
}

export function lookAt(db: Database, told: readonly Command[]): Promise<string[]> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return snapshot.execute((tx) => lookIn(tx, told));
}

/** Over all holders there is what was ordered, whatever went from hand to hand: what was refunded is nobody's. */
async function sumsDiffering(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ type: string; months: number; ordered: number; refunded: number; held: number }>`
    select l.type, l.term_months as months, sum(l.quantity)::int as ordered, coalesce(sum(b.refunded), 0)::int as refunded,
      coalesce(sum(b.held), 0)::int as held
    from licence_lots l
    left join (select site_id, lot_id, sum(quantity) filter (where holder = 'refunded') as refunded,
        sum(quantity) filter (where holder not in ('maker', 'refunded')) as held
      from licence_balances group by 1, 2) b on b.site_id = l.site_id and b.lot_id = l.id
    where l.site_id = ${licenceSite} group by 1, 2`.execute(tx);
  return rows
    .filter(({ ordered, refunded, held }) => held !== ordered - refunded)
    .map(
      ({ type, months, ordered, refunded, held }) =>
        `of ${type} ${months} there are ${held} where ${ordered} were ordered and ${refunded} refunded`,
    );
}

async function servedTwice(tx: Tx, of: 'device_id' | 'licence_id'): Promise<string[]> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select id, at from (
      select ${sql.ref(of)} as id, from_at as at, until_at,
        max(until_at) over (partition by ${sql.ref(of)} order by from_at, until_at rows between unbounded preceding and 1 preceding) as before
      from licence_placements where site_id = ${licenceSite} and until_at > from_at) p
    where before > at`.execute(tx);
  return rows.map(({ id, at }) => `${of} ${id} has two placements at ${at.toISOString()}`);
}

/** A licence serves its own customer's cameras, and never longer than it runs. */
async function servedByOthers(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from licence_placements p
    left join licences l on l.site_id = p.site_id and l.id = p.licence_id and l.customer_id = p.customer_id and p.until_at <= l.expires_at
    where p.site_id = ${licenceSite} and l.id is null`.execute(tx);
  return rows.map(({ id }) => `placement ${id} is not one of its licence`);
}

type Trace = { table: string; name: string };

/** The rows that a command which was done has left. */
function tracesOf({ wish, answers: [said] }: Command): Trace[] {
  const own = (table: string): Trace[] => [{ table, name: insideId(String(said?.body.id)) }];
  switch (wish.kind) {
    case 'order':
      return [{ table: 'orders', name: wish.number }];
    case 'shop-refund':
      return [{ table: 'refunds', name: wish.number }];
    case 'refund':
      return own('refunds');
    case 'pass-on':
    case 'return':
      return own('passings');
    case 'assign':
      return assignedIn(said).map(({ id }) => ({ table: 'assignments', name: insideId(id) }));
    case 'plan':
      return plansIn(said).map((id) => ({ table: 'plans', name: insideId(id) }));
    case 'cancel':
      return [{ table: 'cancelled', name: insideId(wish.plan) }];
    default:
      return [];
  }
}

async function missing(tx: Tx, told: readonly Command[]): Promise<string[]> {
  const traces = told.flatMap(tracesOf);
  const { rows } = await sql<Trace>`
    with t as (select * from unnest(${traces.map(({ table }) => table)}::text[], ${traces.map(({ name }) => name)}::text[]) as t("table", name))
    select t.* from t where not case t."table"
      when 'orders' then exists (select from licence_orders where site_id = ${licenceSite} and number = t.name)
      when 'refunds' then exists (select from licence_refunds where site_id = ${licenceSite} and t.name in (number, id::text))
      when 'passings' then exists (select from licence_passings where site_id = ${licenceSite} and id = t.name::uuid)
      when 'assignments' then exists (select from licence_assignments where site_id = ${licenceSite} and id = t.name::uuid)
      when 'plans' then exists (select from licence_plans where site_id = ${licenceSite} and id = t.name::uuid)
      when 'cancelled' then exists (select from licence_plans where site_id = ${licenceSite} and id = t.name::uuid and state = 'cancelled')
      else false end`.execute(tx);
  return rows.map(({ table, name }) => `${name} was answered and is not among the ${table}`);
}

export type Looks = { faults: string[]; count: number; inVain: number };

/** Looks all the time until it is over, also while the server is away; where the database is, it looks again. */
export async function keepLooking(db: Database, unseen: Command[], isOver: () => boolean): Promise<Looks> {
  const looks: Looks = { faults: [], count: 0, inVain: 0 };
  while (!isOver()) {
    const began = performance.now();
    const told = [...unseen];
    try {
      looks.faults.push(...(await lookAt(db, told)));
      unseen.splice(0, told.length);
      looks.count += 1;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      looks.inVain += 1;
    }
    await sleep(Math.min(longestMs, pauseMs + (performance.now() - began)));
  }
  return looks;
}
