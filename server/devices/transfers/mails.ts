import type { EventKind } from '../../../domain/events/kinds.ts';
import type { Language } from '../../../domain/site/languages.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { outsideId } from '../../kernel/ids.ts';
import { composeMail } from '../../mail/compose.ts';
import type { MailPlan, PlannedMail } from '../../mail/plan.ts';
import { nameOfOrganization, nameOfPerson, onceEach, toOwners } from '../../organizations/mail-facts.ts';

async function factsOf(db: Database | Tx, siteId: string, id: unknown) {
  return db
    .selectFrom('device_transfers as t')
    .innerJoin('device_registrations as r', (join) =>
      join.onRef('r.site_id', '=', 't.site_id').onRef('r.id', '=', 't.registration_id'),
    )
    .select(['t.id', 't.addressed_to as addressedTo', 't.opens_at as opens', 't.expires_at as until', 't.cause'])
    .select(['t.reason', 't.begun_by as begunBy', 't.ended_at as endedAt', 't.outcome', 't.to_organization_id as toId'])
    .select(['t.from_organization_id as fromId', 'r.serial', 'r.model'])
    .where('t.site_id', '=', siteId)
    .where('t.id', '=', String(id))
    .executeTakeFirst();
}
type Facts = NonNullable<Awaited<ReturnType<typeof factsOf>>>;

/**
 * Whom a hand-over is addressed to: the mail address itself, known or not, or that of who has the login ID. A language is known of those
 * alone who have an account; else it is that of who began.
 */
async function addressee(tx: Tx, siteId: string, { addressedTo, begunBy }: Facts): Promise<PlannedMail[]> {
  const users = await tx
    .selectFrom('users')
    .select(['id', 'mail', 'language'])
    .where('site_id', '=', siteId)
    .where('erased_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('ended_at', 'is', null),
          eb.or([eb(eb.fn('lower', ['mail']), '=', addressedTo), eb(eb.fn('lower', ['login_id']), '=', addressedTo)]),
        ]),
        eb('id', '=', begunBy),
      ]),
    )
    .execute();
  const known = users.find(({ id, mail }) => id !== begunBy || mail.toLowerCase() === addressedTo);
  const language = ((known ?? users[0])?.language ?? 'ja') as Language;
  if (addressedTo.includes('@')) return [{ recipient: addressedTo, language }];
  return known && known.mail !== '' ? [{ recipient: known.mail, language }] : [];
}

type Words = Record<string, string | Date>;
type Spoken = { app: App; site: Site; language: Language; data: Record<string, unknown> };

/** A mail about a hand-over; its text is told from the facts at the time of sending. */
function plan(
  template: string,
  what: EventKind,
  recipients: (tx: Tx, siteId: string, facts: Facts, data: Record<string, unknown>) => Promise<PlannedMail[]>,
  more: (facts: Facts, spoken: Spoken) => Promise<Words | null>,
): MailPlan {
  return {
    template,
    what,
    recipients: async (tx, { siteId, data }) => {
      const facts = await factsOf(tx, siteId, data.transfer);
      return facts ? recipients(tx, siteId, facts, data) : [];
    },
    text: async (app, site, { language, data }) => {
      const facts = await factsOf(app.db, site.id, data.transfer);
      const words = facts && (await more(facts, { app, site, language, data }));
      if (!facts || !words) return null;
      const { serial, model, until, opens } = facts;
      return composeMail(site, language, template, { serial, model, until, opens, ...words });
    },
  };
}

const toOldOwners = (tx: Tx, siteId: string, { fromId }: Facts) => toOwners(tx, siteId, fromId);
const pageFor = (site: Site, { id }: Facts) => `${site.address}/transfers/${outsideId('transfer', id)}`;

const acceptedFrom =
  (cause: string) =>
  async (tx: Tx, siteId: string, facts: Facts): Promise<PlannedMail[]> =>
    facts.cause === cause ? toOldOwners(tx, siteId, facts) : [];

/** Both sides hear that nothing came of it; who got only the order of an operator hears of no owner. */
async function bothSides(tx: Tx, siteId: string, facts: Facts): Promise<PlannedMail[]> {
  return onceEach([...(await toOldOwners(tx, siteId, facts)), ...(await addressee(tx, siteId, facts))]);
}

export const transferMails: readonly MailPlan[] = [
  plan('transfer-offered', 'transfers.offered', addressee, async (facts, { app, site, language }) =>
    facts.outcome
      ? null
      : { from: await nameOfOrganization(app.db, site, facts.fromId, language), page: pageFor(site, facts) },
  ),
  plan('transfer-begun', 'transfers.offered', toOldOwners, async (facts, { app, site, language }) => ({
    user: await nameOfPerson(app.db, site.id, facts.begunBy, language),
    to: facts.addressedTo,
    page: pageFor(site, facts),
  })),
  plan('transfer-ordered', 'transfers.ordered', toOldOwners, async ({ reason }) => ({ reason })),
  plan('transfer-ordered-to', 'transfers.ordered', addressee, async (facts, { site }) =>
    facts.outcome ? null : { page: pageFor(site, facts) },
  ),
  plan('transfer-given', 'transfers.accepted', acceptedFrom('offer'), async (facts, { app, site, language }) => ({
    to: await nameOfOrganization(app.db, site, facts.toId, language),
    at: facts.endedAt ?? facts.until,
  })),
  plan('transfer-given-by-order', 'transfers.accepted', acceptedFrom('order'), async (facts) => ({
    at: facts.endedAt ?? facts.until,
  })),
  plan(
    'transfer-taken',
    'transfers.accepted',
    (tx, siteId, { toId }) => toOwners(tx, siteId, toId),
    async (facts, { app, site, language, data }) => {
      const kept = Array.isArray(data.dealers) ? data.dealers : [];
      const names = await Promise.all(kept.map((id) => nameOfOrganization(app.db, site, id, language)));
      const organization = outsideId('organization', String(facts.toId));
      return {
        organization: await nameOfOrganization(app.db, site, facts.toId, language),
        at: facts.endedAt ?? facts.until,
        dealers: names.length > 0 ? names.join(language === 'ja' ? '、' : ', ') : 'none',
        page: `${site.address}/o/${organization}/devices/${outsideId('device', String(data.device))}`,
      };
    },
  ),
  plan('transfer-ended', 'transfers.ended', bothSides, async (_, { data }) => ({ how: String(data.how) })),
];
