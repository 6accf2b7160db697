import type { EventKind } from '../../domain/events/kinds.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { App, Site } from '../kernel/app.ts';
import { sql } from 'kysely';
import { type ReportFile } from '../../domain/monthly-reports/choices.ts';
import { speaksOfSheets } from '../counters/words.ts';
import { outsideId } from '../kernel/ids.ts';
import { composeMail } from '../mail/compose.ts';
import type { Attachment, MailPlan, MailText } from '../mail/plan.ts';
import { paperOf } from './paper.ts';
import { makeReport, monthWords, type Report } from './report.ts';
import { settingsOf } from './settings.ts';
import { workbookOf } from './workbook.ts';

const types: Record<ReportFile, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

type Mail = { recipient: string; language: Language; data: Record<string, unknown> };

/** What the report of a user says now, as they want it now; nothing where the mail is not theirs any more. */
async function reportText(app: App, site: Site, { recipient, language, data }: Mail): Promise<MailText | null> {
  const userId = String(data.user);
  const settings = await settingsOf(app.db, site, userId);
  if (settings?.address !== recipient || settings.organizationId !== data.organization) return null;
  const month = String(data.month);
  const { organizationId, groupId, groupName } = settings;
  const own = `${site.address}/o/${outsideId('organization', organizationId)}`;
  const common = {
    name: settings.name || translatorFor(language, 'mail')('someone'),
    month: monthWords(month, language),
    settings: `${own}/monthly-report`,
  };
  if (groupId !== null && groupName === null) return composeMail(site, language, 'monthly-report-group-gone', common);
  const scope = { siteId: site.id, organizationId, userId, now: app.clock.now() };
  const group = groupId !== null && groupName !== null ? { id: groupId, name: groupName } : null;
  const report = await makeReport(app, site, scope, { language, organization: settings.organization, group, month });
  const values = {
    ...common,
    devices: report.devices,
    of: groupName ?? translatorFor(language, 'sheets')('monthly-report.all'),
    total: figure(report.total),
    before: figure(report.before),
    page: `${own}/counters`,
  };
  const text = composeMail(site, language, 'monthly-report', values, { sheets: speaksOfSheets(site) });
  return { ...text, attachments: await filesOf(site, report, language, month, settings.files) };
}

/** "-" where there is no reading. */
function figure(value: number | null): string {
  return value === null ? '-' : value.toLocaleString('en-US');
}

async function filesOf(
  site: Site,
  report: Report,
  language: Language,
  month: string,
  wanted: readonly ReportFile[],
): Promise<Attachment[]> {
  const about = translatorFor(language, 'sheets')('monthly-report.about');
  const make = (file: ReportFile) =>
    file === 'pdf' ? paperOf(site, report, language) : workbookOf(report, site.timeZone, about);
  const name = translatorFor(language, 'headings')('files.monthly-report');
  return Promise.all(
    wanted.map(async (file) => ({
      filename: `${name}_${month}.${file}`,
      contentType: types[file],
      content: await make(file),
    })),
  );
}

/** A report by mail: when its day has come, and when somebody asks for one. */
function planFor(what: EventKind, template: string): MailPlan {
  return {
    template,
    what,
    recipients: async (tx, { siteId, data }) => {
      const { rows } = await sql<{ address: string; language: Language }>`
        select p.address, p.language from v_mail_notice_people p
        where p.site_id = ${siteId} and p.user_id = ${String(data.user)}::uuid`.execute(tx);
      return rows.map(({ address, language }) => ({ recipient: address, language }));
    },
    text: (app, site, mail) => reportText(app, site, mail),
  };
}

export const monthlyReportMails: readonly MailPlan[] = [
  planFor('monthly-reports.due', 'monthly-report'),
  planFor('monthly-reports.asked', 'monthly-report-asked'),
];
