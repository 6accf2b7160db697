import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { SealedEvent } from '../kernel/events.ts';
import { outsideId } from '../kernel/ids.ts';
import { composeMail } from '../mail/compose.ts';
import type { MailPlan, PlannedMail } from '../mail/plan.ts';
import type { Importer } from './importer.ts';

type Importers = ReadonlyMap<string, Importer>;

/** How a job can end, with the mail that tells so to who confirmed the file. What was stored, keys above all, stays behind the login. */
const endings = ['import.done', 'import.refused', 'import.failed'] as const;

export function importMails(importers: Importers): MailPlan[] {
  return endings.map((what) => ({
    template: what.replace('.', '-'),
    what,
    recipients: (tx, event) => recipientOf(importers, tx, event),
    text: (app, site, mail) => textOf(importers, what, app, site, mail),
  }));
}

async function recipientOf(importers: Importers, tx: Tx, event: SealedEvent): Promise<PlannedMail[]> {
  if (!importers.get(String(event.data.kind))?.mailed || !event.actorId) return [];
  const user = await tx
    .selectFrom('users')
    .select(['mail', 'language'])
    .where('site_id', '=', event.siteId)
    .where('id', '=', event.actorId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return user ? [{ recipient: user.mail, language: user.language as Language }] : [];
}

async function textOf(
  importers: Importers,
  what: (typeof endings)[number],
  app: App,
  site: Site,
  { data, language }: { data: Record<string, unknown>; language: Language },
) {
  // Who has left meanwhile is told nothing of the organization any more.
  const record = await app.db
    .selectFrom('imports as i')
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'i.site_id').onRef('u.id', '=', 'i.user_id'))
    .select(['i.id', 'i.organization_id', 'i.kind', 'i.file_name', 'i.row_count', 'i.fault_count'])
    .where('i.site_id', '=', site.id)
    .where('i.id', '=', String(data.import))
    .where('u.ended_at', 'is', null)
    .executeTakeFirst();
  const importer = record && importers.get(record.kind);
  if (!importer) return null;
  const page = importer.page
    .replace('$organization', outsideId('organization', record.organization_id))
    .replace('$import', outsideId('import', record.id));
  return composeMail(site, language, what.replace('.', '-'), {
    kind: translatorFor(language, 'mail')(`import-kinds.${record.kind}`),
    file: record.file_name,
    rows: record.row_count,
    faults: record.fault_count,
    link: site.address + page,
  });
}
