import { sql, type RawBuilder } from 'kysely';
import { alarmOptions } from '../../domain/site/capabilities.ts';
import type { Site } from '../kernel/app.ts';
import { wants } from '../mail-notices/wants.ts';

/** What a user chooses of an alarm `a` (C-11): its silence is one thing, how bad anything else is another. */
const eventOfAlarm = sql<string>`(case when a.cause = 'silence' then 'silence' when a.severity in ('error', 'service-call') then a.severity
  else 'warning' end)`;

/**
 * The addresses that hear of alarms, as `(organization_id, address, language)`: of the organization's maintenance staff, or of its users as each
 * of them chose. With `alarm`, which is then there as `a`, only those who want to hear of that one.
 */
export function receiversOf(site: Site, of: 'any' | 'alarm' = 'any'): RawBuilder<unknown> {
  if (alarmOptions(site).mailsTo === 'maintenance-addresses')
    return sql`(select m.organization_id, m.address, m.language from v_maintenance_addresses m where m.site_id = ${site.id})`;
  const wanted = of === 'alarm' ? sql`and ${wants(site, eventOfAlarm)}` : sql`and ${wantsAny(site)}`;
  return sql`(select distinct p.organization_id, p.address, p.language from v_mail_notice_people p where p.site_id = ${site.id} ${wanted})`;
}

/** Whether a person `p` wants to hear of any alarm. */
function wantsAny(site: Site): RawBuilder<boolean> {
  const all = (['service-call', 'error', 'warning', 'silence'] as const).map((event) => wants(site, event));
  return sql<boolean>`(${sql.join(all, sql` or `)})`;
}
