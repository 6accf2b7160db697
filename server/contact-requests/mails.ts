import { sql } from 'kysely';
import { quoted } from '../../domain/contact-requests/request.ts';
import { languages, type Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import { mailsToOperators } from '../accounts/operators.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { outsideId } from '../kernel/ids.ts';
import { composeMail } from '../mail/compose.ts';
import type { MailPlan, PlannedMail } from '../mail/plan.ts';
import { onceEach, toPerson } from '../organizations/mail-facts.ts';
import { findForDesk, type RequestRow } from './store.ts';

async function requestOf(app: App, site: Site, data: Record<string, unknown>): Promise<RequestRow | undefined> {
  return findForDesk(app.db, { siteId: site.id }, String(data.request));
}

/** The desk's own address, as it was when the request came in. */
function toDesk(contact: unknown): PlannedMail[] {
  if (typeof contact !== 'object' || contact === null || !('mail' in contact) || !('language' in contact)) return [];
  const language = languages.find((one) => one === contact.language);
  return language ? [{ recipient: String(contact.mail), language }] : [];
}

/** Where the operators read a request: under the maker's organization. */
async function deskPage(app: App, site: Site, requestId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from organizations where site_id = ${site.id} and kind = 'maker' order by created_at limit 1`.execute(
    app.db,
  );
  const maker = outsideId('organization', String(rows[0]?.id));
  return `${site.address}/o/${maker}/contact-desk/${outsideId('contactRequest', requestId)}`;
}

const opened: MailPlan = {
  template: 'contact-request-opened',
  what: 'contact-request.opened',
  recipients: async (tx, { siteId, data }) =>
    onceEach([...toDesk(data.contact), ...(data.operators ? await mailsToOperators(tx, siteId) : [])]),
  text: async (app, site, { language, data }) => {
    const row = await requestOf(app, site, data);
    if (!row) return null;
    const say = translatorFor(language, 'mail');
    const none = say('contact-request-words.none');
    const device = [row.deviceLabel, row.about].filter(Boolean).join(' / ');
    return composeMail(site, language, 'contact-request-opened', {
      kind: say(`contact-request-kinds.${row.kind}`),
      known: row.userId === null ? 'no' : 'yes',
      name: row.name,
      loginId: row.loginId || none,
      mail: row.mail || none,
      organization: row.organization || none,
      about: device || none,
      text: quoted(row.text),
      page: await deskPage(app, site, row.id),
    });
  },
};

/** The one thing that is mailed without an operator: it says nothing that was typed, so nobody can have this server carry words to others. */
const received: MailPlan = {
  template: 'contact-request-received',
  what: 'contact-request.opened',
  recipients: async (tx, { siteId, data }) => (data.acknowledged === true ? askedFrom(tx, siteId, data.request) : []),
  text: async (_, site, { language }) => composeMail(site, language, 'contact-request-received', {}),
};

const answered: MailPlan = {
  template: 'contact-request-answered',
  what: 'contact-request.answered',
  recipients: async (tx, { siteId, data }) => {
    const user = await askedBy(tx, siteId, data.request);
    return user ? toPerson(tx, siteId, user) : askedFrom(tx, siteId, data.request);
  },
  text: async (app, site, { language, data }) => {
    const row = await requestOf(app, site, data);
    const answer = await app.db
      .selectFrom('contact_answers')
      .select('text')
      .where('site_id', '=', site.id)
      .where('id', '=', String(data.answer))
      .executeTakeFirst();
    if (!row || !answer) return null;
    const own = row.organizationId
      ? `${site.address}/o/${outsideId('organization', row.organizationId)}/contact/${outsideId('contactRequest', row.id)}`
      : '';
    const template = own ? 'contact-request-answered' : 'contact-request-answered-stranger';
    return composeMail(site, language, template, { answer: answer.text, page: own || `${site.address}/contact` });
  },
};

/** The user who asked, while they belong to the site. */
async function askedBy(tx: Tx, siteId: string, request: unknown): Promise<string | null> {
  const row = await tx
    .selectFrom('contact_requests')
    .select('user_id')
    .where('site_id', '=', siteId)
    .where('id', '=', String(request))
    .executeTakeFirst();
  return row?.user_id ?? null;
}

/** The address that was typed by somebody who was not logged in. */
async function askedFrom(tx: Tx, siteId: string, request: unknown): Promise<PlannedMail[]> {
  const row = await tx
    .selectFrom('contact_requests')
    .select(['typed_mail', 'language'])
    .where('site_id', '=', siteId)
    .where('id', '=', String(request))
    .executeTakeFirst();
  return row?.typed_mail ? [{ recipient: row.typed_mail, language: row.language as Language }] : [];
}

export const contactRequestMails: readonly MailPlan[] = [opened, received, answered];
