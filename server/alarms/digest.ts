import { sql } from 'kysely';
import { isQuiet, type QuietHours } from '../../domain/alarms/quiet-hours.ts';
import { gatherMs, mailEveryMs } from '../../domain/alarms/telling.ts';
import { alarmOptions } from '../../domain/site/capabilities.ts';
import type { Site } from '../kernel/app.ts';
import { after } from '../kernel/clock.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { writeEvents } from '../kernel/events.ts';
import { newId } from '../kernel/ids.ts';

const addressesAtOnce = 1_000;

/**
 * Gathers what is to be told into one mail for each address (P-35): a minute after the first of it, and not before the last mail is ten minutes
 * old. In an organization's quiet hours it waits, but for what cannot. How many mails it makes.
 */
export async function makeDigests(tx: Tx, site: Site, now: Date): Promise<number> {
  const quiet = await quietAt(tx, site, now);
  const heldBack = sql<boolean>`(${quiet} and not exists (
    select from alarms a where a.site_id = t.site_id and a.id = t.alarm_id and a.severity = 'service-call'))`;
  const { rows } = await sql<{ compared: string; address: string; language: string }>`
    select d.compared, d.address, d.language from (
      select lower(t.address) as compared, min(t.address) as address, min(t.language) as language, min(t.noticed_at) as first_at
      from alarm_tellings t where t.site_id = ${site.id} and t.digest_id is null and not ${heldBack}
      group by 1) d
    where d.first_at <= ${after(now, -gatherMs)} and not exists (
      select from alarm_digests m where m.site_id = ${site.id} and lower(m.address) = d.compared
        and m.told_at > ${after(now, -mailEveryMs)})
    limit ${addressesAtOnce}`.execute(tx);
  if (rows.length === 0) return 0;
  const made = rows.map((row) => ({ ...row, id: newId() }));
  await sql`
    insert into alarm_digests (site_id, id, address, language, told_at)
    select ${site.id}, id, address, language, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as d(id uuid, address text, language text)`.execute(tx);
  await sql`
    update alarm_tellings t set digest_id = d.id
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as d(id uuid, compared text)
    where t.site_id = ${site.id} and t.digest_id is null and lower(t.address) = d.compared and not ${heldBack}`.execute(
    tx,
  );
  await writeEvents(
    tx,
    { siteId: site.id, actor: { kind: 'system' }, now, requestId: null },
    made.map(({ id }) => ({ what: 'alarms.told', subject: `alarm-digest/${id}`, data: { digest: id } })),
  );
  return made.length;
}

/** Whether an organization, `t.organization_id`, has its quiet hours at `now`: its own, or those of the site. */
async function quietAt(tx: Tx, site: Site, now: Date) {
  const { rows } = await sql<QuietHours>`
    select distinct quiet_from as "from", quiet_until as "until" from alarm_quiet_hours
    where site_id = ${site.id}`.execute(tx);
  const running = rows.filter((hours) => hours.from !== '' && isQuiet(hours, site.timeZone, now));
  const { quietHours } = alarmOptions(site);
  const usual = quietHours !== undefined && isQuiet(quietHours, site.timeZone, now);
  return sql<boolean>`coalesce((
    select (h.quiet_from, h.quiet_until) in (select * from unnest(
      ${running.map(({ from }) => from)}::text[], ${running.map(({ until }) => until)}::text[]))
    from alarm_quiet_hours h where h.site_id = t.site_id and h.organization_id = t.organization_id), ${usual}::boolean)`;
}

/** The address and language of a mail about alarms. */
export async function digestOf(db: Database | Tx, siteId: string, id: unknown) {
  return db
    .selectFrom('alarm_digests')
    .select(['address', 'language', 'told_at as toldAt'])
    .where('site_id', '=', siteId)
    .where('id', '=', String(id))
    .executeTakeFirst();
}
