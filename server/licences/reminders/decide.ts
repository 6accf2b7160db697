import { sql } from 'kysely';
import { daysAheadMost, remindersDue } from '../../../domain/licences/reminders.ts';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { App, Site } from '../../kernel/app.ts';
import { after, daysMs } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/database.ts';
import { writeEvents } from '../../kernel/events.ts';
import type { Job } from '../../kernel/jobs.ts';

/** So many are decided in one transaction, so that a kill repeats little. */
export const remindersAtOnce = 500;

/**
 * Writes down who is to be reminded up to `now` (L-07), each with the event that mails it: once for each receiver, customer, moment of expiry and step,
 * whichever node looks, how often and how late. How many there were.
 */
export async function decideReminders(app: App, site: Site, now: Date): Promise<number> {
  let decided = 0;
  for (;;) {
    const some = await app.db.transaction().execute((tx) => decideSome(tx, site, now));
    decided += some;
    if (some < remindersAtOnce) return decided;
  }
}

async function decideSome(tx: Tx, site: Site, now: Date): Promise<number> {
  const looked = await lookedUntil(tx, site.id);
  // A clock that was ahead has come back: what it made due was decided then.
  const from = looked < now ? looked : now;
  const { reminders } = licenceOptions(site);
  const horizon = after(now, daysAheadMost(reminders) * daysMs);
  const expiries = await expiriesBetween(tx, site.id, from, horizon);
  const due = remindersDue(expiries, reminders, site.timeZone, { after: from, until: now });
  const rows = due.length > 0 ? await store(tx, site.id, due, now) : [];
  await writeEvents(
    tx,
    { siteId: site.id, actor: { kind: 'system' }, now, requestId: null },
    rows.map(({ aboutId, receiverId, audience, step, expiresAt, dueAt }) => ({
      what: 'licences.reminded',
      subject: `organization/${aboutId}`,
      data: {
        about: aboutId,
        receiver: receiverId,
        audience,
        step,
        expiresAt: expiresAt.toISOString(),
        dueAt: dueAt.toISOString(),
      },
    })),
  );
  if (rows.length < remindersAtOnce)
    await sql`update licence_reminder_looks set until_at = ${now}::timestamptz where site_id = ${site.id}`.execute(tx);
  return rows.length;
}

/** Up to when it was decided before; locked, so that one node decides at a time. */
async function lookedUntil(tx: Tx, siteId: string): Promise<Date> {
  await sql`insert into licence_reminder_looks (site_id, until_at) values (${siteId}, to_timestamp(0)) on conflict do nothing`.execute(
    tx,
  );
  const { rows } = await sql<{ until: Date }>`
    select until_at as until from licence_reminder_looks where site_id = ${siteId} for update`.execute(tx);
  return rows[0]?.until ?? new Date(0);
}

/** The few moments at which licences end: from each the index leads to the next. */
async function expiriesBetween(tx: Tx, siteId: string, from: Date, until: Date): Promise<Date[]> {
  const next = (bound: unknown) =>
    sql`(select l.expires_at from licences l where l.site_id = ${siteId} and l.expires_at > ${bound} order by l.expires_at limit 1)`;
  const { rows } = await sql<{ expiresAt: Date }>`
    with recursive expiries as (
      select ${next(sql`${from}::timestamptz`)} as at
      union all
      select ${next(sql`e.at`)} from expiries e where e.at <= ${until}::timestamptz
    )
    select at as "expiresAt" from expiries where at <= ${until}::timestamptz`.execute(tx);
  return rows.map(({ expiresAt }) => expiresAt);
}

type Stored = {
  aboutId: string;
  receiverId: string;
  audience: string;
  step: string;
  expiresAt: Date;
  dueAt: Date;
};

/**
 * Those of the due ones that nobody decided before, at most so many: about licences that were assigned before they fell due. The dealer above is
 * reminded of all customers of a sub-dealer at once, as it must not know them one by one (L-10).
 */
async function store(tx: Tx, siteId: string, due: readonly object[], now: Date): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    with due as (
      select * from jsonb_to_recordset(${JSON.stringify(due)}::jsonb)
        as d(audience text, step text, "expiresAt" timestamptz, "dueAt" timestamptz)
    ), held as materialized (
      select l.expires_at, l.customer_id, min(a.created_at) as since
      from licences l
      join licence_assignments a on a.site_id = l.site_id and a.id = l.assignment_id
      where l.site_id = ${siteId} and l.expires_at in (select "expiresAt" from due)
      group by l.expires_at, l.customer_id
    ), placed as materialized (
      select h.*, c.parent_id from held h
      join lateral (select o.parent_id from organizations o
        where o.site_id = ${siteId} and o.id = h.customer_id and o.closed_at is null offset 0) c on true
    ), parents as materialized (
      select p.id, p.parent_id from organizations p
      where p.site_id = ${siteId} and p.id in (select parent_id from placed) and p.kind = 'dealer' and p.closed_at is null
    ), dealers as materialized (
      select p.id as dealer_id, g.id as above_id from parents p
      left join organizations g on g.site_id = ${siteId} and g.id = p.parent_id and g.kind = 'dealer' and g.closed_at is null
    ), wanted as materialized (
      select distinct d.audience, d.step, d."expiresAt", d."dueAt",
        case d.audience when 'above' then p.dealer_id else h.customer_id end as about_id,
        case d.audience when 'customer' then h.customer_id when 'dealer' then p.dealer_id else p.above_id end as receiver_id
      from due d
      join placed h on h.expires_at = d."expiresAt" and h.since < d."dueAt"
      left join dealers p on p.dealer_id = h.parent_id
    ), missing as (
      select w.* from wanted w
      where w.receiver_id is not null and not exists (select from licence_reminders r
        where r.site_id = ${siteId} and r.about_id = w.about_id and r.receiver_id = w.receiver_id
          and r.expires_at = w."expiresAt" and r.step = w.step)
      order by w."dueAt", w.receiver_id, w.about_id, w.step limit ${remindersAtOnce}
    ), stored as (
      insert into licence_reminders (site_id, about_id, receiver_id, expires_at, step, due_at, decided_at)
      select ${siteId}, about_id, receiver_id, "expiresAt", step, "dueAt", ${now}::timestamptz from missing
      on conflict do nothing
      returning about_id, receiver_id, expires_at, step
    )
    select m.about_id as "aboutId", m.receiver_id as "receiverId", m.audience, m.step, m."expiresAt", m."dueAt"
    from stored s
    join missing m on m.about_id = s.about_id and m.receiver_id = s.receiver_id and m."expiresAt" = s.expires_at and m.step = s.step
    order by m."dueAt", m.receiver_id, m.about_id, m.step`.execute(tx);
  return rows;
}

export const licenceReminders: Job = {
  name: 'licence-reminders',
  async run(app, now) {
    for (const site of app.sites.values()) if ('licences' in site.capabilities) await decideReminders(app, site, now);
  },
};
