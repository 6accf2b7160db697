import { sql } from 'kysely';
import { lastDay, type ReportDay, reportFiles, type ReportFile } from '../../domain/monthly-reports/choices.ts';
import { nextMailing, type Mailing } from '../../domain/monthly-reports/schedule.ts';
import type { Language } from '../../domain/site/languages.ts';
import { monthlyReportOptions } from '../../domain/site/capabilities.ts';
import type { Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import type { Scope } from '../kernel/session.ts';

/** How somebody wants the report. `groupName` is null where the group was deleted, and where there is none. */
export type Settings = {
  address: string;
  language: Language;
  name: string;
  organizationId: string;
  organization: string;
  /** Null: they get none. */
  since: Date | null;
  day: ReportDay;
  groupId: string | null;
  groupName: string | null;
  files: ReportFile[];
};

type Row = Omit<Settings, 'day' | 'files'> & { set: boolean; day: number | null; files: string[] | null };

/** Of a user whose address is proved; undefined for anybody else. */
export async function settingsOf(db: Database | Tx, site: Site, userId: string): Promise<Settings | undefined> {
  const { rows } = await sql<Row>`
    select p.address, p.language, p.name, p.organization_id as "organizationId", o.name as organization,
      case when 'monthly-report' = any(p.events) then (p.since ->> 'monthly-report')::timestamptz end as since,
      r.user_id is not null as set, r.day, r.group_id as "groupId", g.name as "groupName", r.files
    from v_mail_notice_people p
    join organizations o on o.site_id = p.site_id and o.id = p.organization_id
    left join monthly_reports r on r.site_id = p.site_id and r.user_id = p.user_id
    left join v_device_group_names g on g.site_id = r.site_id and g.organization_id = p.organization_id and g.group_id = r.group_id
    where p.site_id = ${site.id} and p.user_id = ${userId}::uuid`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { set, day, files, ...rest } = row;
  const chosen = set ? (day ?? lastDay) : monthlyReportOptions(site).day;
  return { ...rest, day: chosen, files: reportFiles.filter((file) => files?.includes(file) ?? true) };
}

/** When they are mailed next; null for those who get none. */
export async function nextOf(
  db: Database | Tx,
  site: Site,
  scope: Scope,
  { since, day }: Pick<Settings, 'since' | 'day'>,
): Promise<Mailing | null> {
  if (!since) return null;
  const { rows } = await sql<{ month: string }>`
    select to_char(in_month, 'YYYY-MM') as month from monthly_report_mailings
    where site_id = ${scope.siteId} and user_id = ${scope.userId} order by in_month desc limit 24`.execute(db);
  return nextMailing(scope.now, { day, since, mailed: rows.map(({ month }) => month) }, site.timeZone);
}

export async function storeSettings(
  tx: Tx,
  { siteId, userId, now }: Scope,
  { day, groupId, files }: Pick<Settings, 'day' | 'groupId' | 'files'>,
): Promise<void> {
  const stored = day === lastDay ? null : day;
  await sql`
    insert into monthly_reports (site_id, user_id, day, group_id, files, changed_at)
    values (${siteId}, ${userId}, ${stored}, ${groupId}, ${files}::text[], ${now})
    on conflict (site_id, user_id) do update set day = excluded.day, group_id = excluded.group_id, files = excluded.files,
      changed_at = excluded.changed_at`.execute(tx);
}

/** The groups that can be chosen, by name. */
export async function groupsOf(
  db: Database | Tx,
  { siteId, organizationId }: Pick<Scope, 'siteId' | 'organizationId'>,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select group_id as id, name from v_device_group_names where site_id = ${siteId} and organization_id = ${organizationId}
    order by natural_order(name) collate "C", group_id`.execute(db);
  return rows;
}
