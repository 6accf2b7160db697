import { sql } from 'kysely';
import { lastDay, reportDays } from '../../domain/monthly-reports/choices.ts';
import { mailingsUntil } from '../../domain/monthly-reports/schedule.ts';
import { monthlyReportOptions } from '../../domain/site/capabilities.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Job } from '../kernel/jobs.ts';
import { writeEvents } from '../kernel/events.ts';
import { wants } from '../mail-notices/wants.ts';

/** So many at each tick, so that a code that somebody waits for is mailed between them. */
export const mailingsAtOnce = 50;

type Due = { userId: string; organizationId: string; inMonth: string; ofMonth: string };

/**
 * Writes down the reports whose day has come (C-13), each with the event that mails it: once for each user and month, whichever node looks, how often
 * and how late. How many there were.
 */
export async function mailDue(app: App, site: Site, now: Date): Promise<number> {
  const wanted = reportDays.flatMap((day) =>
    mailingsUntil(now, day, site.timeZone).map(({ inMonth, ofMonth, dueAt }) => ({
      day: day === lastDay ? 0 : day,
      in_month: `${inMonth}-01`,
      of_month: ofMonth,
      due_at: dueAt,
    })),
  );
  const usual = monthlyReportOptions(site).day;
  return app.db.transaction().execute(async (tx) => {
    const { rows } = await sql<Due>`
      with wanted as (
        select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
          as w(day integer, in_month date, of_month text, due_at timestamptz)
      ), due as (
        select p.user_id, p.organization_id, w.in_month, w.of_month
        from v_mail_notice_people p
        left join monthly_reports r on r.site_id = p.site_id and r.user_id = p.user_id
        join wanted w on w.day = case when r.user_id is null then ${usual === lastDay ? 0 : usual}::integer else coalesce(r.day, 0) end
          and w.due_at > (p.since ->> 'monthly-report')::timestamptz
        where p.site_id = ${site.id} and ${wants(site, 'monthly-report')}
          and not exists (select from monthly_report_mailings m
            where m.site_id = p.site_id and m.user_id = p.user_id and m.in_month = w.in_month)
        order by w.in_month, p.user_id limit ${mailingsAtOnce}
      ), made as (
        insert into monthly_report_mailings (site_id, user_id, in_month, made_at)
        select ${site.id}, user_id, in_month, ${now}::timestamptz from due
        on conflict do nothing
        returning user_id, in_month
      )
      select d.user_id as "userId", d.organization_id as "organizationId", to_char(d.in_month, 'YYYY-MM') as "inMonth",
        d.of_month as "ofMonth"
      from made m join due d on d.user_id = m.user_id and d.in_month = m.in_month`.execute(tx);
    await writeEvents(
      tx,
      { siteId: site.id, actor: { kind: 'system' }, now, requestId: null },
      rows.map(({ userId, organizationId, inMonth, ofMonth }) => ({
        what: 'monthly-reports.due',
        subject: `user/${userId}`,
        data: { user: userId, organization: organizationId, inMonth, month: ofMonth },
      })),
    );
    return rows.length;
  });
}

export const monthlyReportJob: Job = {
  name: 'monthly-reports',
  async run(app, now) {
    for (const site of app.sites.values()) if ('monthly-reports' in site.capabilities) await mailDue(app, site, now);
  },
};
