import { sql } from 'kysely';
import type { Language } from '../../../domain/site/languages.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { outsideId } from '../../kernel/ids.ts';
import { composeMail } from '../../mail/compose.ts';
import type { MailPlan, PlannedMail } from '../../mail/plan.ts';
import { nameOfOrganization, onceEach, toOwners, toPerson } from '../../organizations/mail-facts.ts';
import { dayWord, termWord, typeWord } from '../words.ts';

type Part = { type: string; termMonths: number; quantity: number; lastDay?: string };

/** Licences line by line, as a mail lists them. */
function listed(site: Site, language: Language, parts: readonly Part[]): string {
  const say = translatorFor(language, 'mail');
  return parts
    .map(({ type, termMonths, quantity, lastDay }) =>
      say(`assignment-words.${lastDay ? 'lineUntil' : 'line'}`, {
        type: typeWord(site, type, language),
        term: termWord(termMonths, language),
        quantity,
        lastDay: lastDay ? dayWord(lastDay, language) : '',
      }),
    )
    .join('\n');
}

/** The customer's owners who have proved their address: to no other has anything ever been sent (L-01). */
export async function toProvedOwners(tx: Tx, siteId: string, organizationId: unknown): Promise<PlannedMail[]> {
  const { rows } = await sql<{ mail: string }>`
    select p.mail from v_proved_addresses p
    where p.site_id = ${siteId} and p.organization_id = ${String(organizationId)}::uuid`.execute(tx);
  const proved = new Set(rows.map(({ mail }) => mail));
  return (await toOwners(tx, siteId, organizationId)).filter(({ recipient }) => proved.has(recipient));
}

const partsOf = (data: Record<string, unknown>) => data.assignments as Part[];

/** The customer hears of what it was given. */
const assigned: MailPlan = {
  template: 'licences-assigned',
  what: 'licences.assigned',
  recipients: (tx, { siteId, data }) => toProvedOwners(tx, siteId, data.organization),
  text: async (app, site, { language, data }) =>
    composeMail(site, language, 'licences-assigned', {
      dealer: await nameOfOrganization(app.db, site, data.dealer, language),
      customer: await nameOfOrganization(app.db, site, data.organization, language),
      licences: listed(site, language, partsOf(data)),
      page: `${site.address}/o/${outsideId('organization', String(data.organization))}/own-licences`,
    }),
};

type PlanFacts = Part & { day: string; by: string | null };

async function planOf(db: Database | Tx, siteId: string, id: unknown): Promise<PlanFacts | undefined> {
  return db
    .selectFrom('licence_plans')
    .select(['type', 'term_months as termMonths', 'quantity', 'day', 'created_by as by'])
    .where('site_id', '=', siteId)
    .where('id', '=', String(id))
    .executeTakeFirst();
}

/** Who planned it, and the owners of the dealer. */
async function toPlanners(tx: Tx, siteId: string, data: Record<string, unknown>): Promise<PlannedMail[]> {
  const plan = await planOf(tx, siteId, data.plan);
  const planner = plan?.by ? await toPerson(tx, siteId, plan.by) : [];
  return onceEach([...planner, ...(await toOwners(tx, siteId, data.dealer))]);
}

async function wordsOf(app: App, site: Site, language: Language, data: Record<string, unknown>, plan: PlanFacts) {
  return {
    customer: await nameOfOrganization(app.db, site, data.organization, language),
    licences: listed(site, language, Array.isArray(data.assignments) ? partsOf(data) : [plan]),
    day: dayWord(plan.day, language),
    page: `${site.address}/o/${outsideId('organization', String(data.dealer))}/licences/plans`,
  };
}

const planDone: MailPlan = {
  template: 'licence-plan-done',
  what: 'licences.assigned',
  recipients: async (tx, { siteId, data }) => (data.plan ? toPlanners(tx, siteId, data) : []),
  text: async (app, site, { language, data }) => {
    const plan = await planOf(app.db, site.id, data.plan);
    return plan
      ? composeMail(site, language, 'licence-plan-done', await wordsOf(app, site, language, data, plan))
      : null;
  },
};

const planFailed: MailPlan = {
  template: 'licence-plan-failed',
  what: 'licences.plan-failed',
  recipients: (tx, { siteId, data }) => toPlanners(tx, siteId, data),
  text: async (app, site, { language, data }) => {
    const plan = await planOf(app.db, site.id, data.plan);
    if (!plan) return null;
    const reason = translatorFor(language, 'mail')(`assignment-words.reasons.${String(data.reason)}`);
    return composeMail(site, language, 'licence-plan-failed', {
      ...(await wordsOf(app, site, language, data, plan)),
      reason,
    });
  },
};

export const assignMails: readonly MailPlan[] = [assigned, planDone, planFailed];
