import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { civilDay } from '../../domain/site/civil-day.ts';
import { isDatabaseAway, type Database } from '../../server/kernel/database.ts';
import { lockCustomers } from '../../server/licences/settle/lock.ts';
import { licenceSite } from '../../tools/test/licences.ts';
import type { Random } from '../kit/random.ts';
import { until } from '../kit/child-server.ts';

const zone = 'Asia/Tokyo';
const everyMs = 150;
const soonMs = 300;
/** Ends are rare enough for people to move what runs. */
const endingChance = 0.1;
const plansAtOnce = 3;
const carriedOutWithinMs = 120_000;

/** The days go by for some of what is there: plans fall due, licences come to their end, and the jobs are woken up. */
export function calendarOf(db: Database, customers: readonly string[], random: Random, isOver: () => boolean) {
  return async (): Promise<void> => {
    while (!isOver()) {
      await turn(db, random).catch(orLater);
      if (random.chance(endingChance)) await endOne(db, random.pick(customers)).catch(orLater);
      await wake(db).catch(orLater);
      await sleep(everyMs);
    }
  };
}

/** While the database is away the calendar stands still. */
function orLater(error: unknown): void {
  if (!isDatabaseAway(error)) throw error;
}

const today = () => civilDay(new Date(), zone);

async function turn(db: Database, random: Random): Promise<void> {
  await sql`
    update licence_plans set day = ${today()}::date where site_id = ${licenceSite} and id in (
      select id from licence_plans where site_id = ${licenceSite} and state = 'open' and day > ${today()}::date
      order by id limit ${1 + random.below(plansAtOnce)} for update skip locked)`.execute(db);
}

/** The licence of one of the customer's cameras ends in a moment, as though its term had been shorter. */
async function endOne(db: Database, customer: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockCustomers(tx, licenceSite, [customer]);
    const soon = new Date(Date.now() + soonMs);
    await sql`
      with one as (
        select id, licence_id from licence_placements
        where site_id = ${licenceSite} and customer_id = ${customer}::uuid and until_at > ${soon}::timestamptz
        order by id limit 1
      ), shorter as (
        update licences l set expires_at = ${soon}::timestamptz, last_day = ${today()}::date from one
        where l.site_id = ${licenceSite} and l.id = one.licence_id
      )
      update licence_placements p set until_at = ${soon}::timestamptz from one
      where p.site_id = ${licenceSite} and p.id = one.id`.execute(tx);
  });
}

/** What wakes the jobs each minute, at once. */
async function wake(db: Database): Promise<void> {
  await sql`
    insert into pgboss.job (name, policy, retry_limit) values ('tick', 'short', 0) on conflict do nothing`.execute(db);
}

/** Waits until every plan whose day has come is carried out, and what followed from every licence that has ended is written. */
export async function untilUpToDate(db: Database): Promise<void> {
  const isUpToDate = async () => {
    await wake(db);
    await sleep(everyMs);
    const { rows } = await sql<{ open: number }>`
      select (select count(*) from licence_plans where state = 'open' and day <= ${today()}::date)
        + (select count(*) from licence_placements where settled_at is null and until_at <= ${new Date()}::timestamptz) as open`.execute(
      db,
    );
    return rows[0]?.open === 0;
  };
  await until('plans and expiries are carried out', isUpToDate, carriedOutWithinMs);
}
