import { sql } from 'kysely';
import { alarmOptions } from '../../domain/site/capabilities.ts';
import { after, daysMs } from '../kernel/clock.ts';
import type { Job } from '../kernel/jobs.ts';

/** What was told stays as long as anybody may ask why a mail came. */
const tellingsKeptMs = 90 * daysMs;
const rowsAtOnce = 5_000;

/** Forgets alarms that have long been over, and what was told of any. */
export const alarmRetention: Job = {
  name: 'alarm-retention',
  async run(app, now) {
    for (const site of app.sites.values()) {
      if (!('alarms' in site.capabilities)) continue;
      const told = after(now, -tellingsKeptMs);
      const over = after(now, -alarmOptions(site).keepDays * daysMs);
      await sql`delete from alarm_tellings where (site_id, id) in (
        select site_id, id from alarm_tellings where site_id = ${site.id} and noticed_at < ${told} limit ${rowsAtOnce})`.execute(
        app.db,
      );
      await sql`delete from alarm_digests where (site_id, id) in (
        select site_id, id from alarm_digests where site_id = ${site.id} and told_at < ${told} limit ${rowsAtOnce})`.execute(
        app.db,
      );
      await sql`delete from alarms where (site_id, id) in (
        select a.site_id, a.id from alarms a where a.site_id = ${site.id} and a.cleared_at < ${over} and a.noticed_at < ${told}
          and not exists (select from alarm_tellings t where t.site_id = a.site_id and t.alarm_id = a.id) limit ${rowsAtOnce})`.execute(
        app.db,
      );
    }
  },
};
