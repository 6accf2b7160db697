import type { EventKind } from '../../domain/events/kinds.ts';
import { sql } from 'kysely';
import type { Language } from '../../domain/site/languages.ts';
import { linkState, type LinkSide, type LinkState } from '../../domain/maintenance-links/link.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import { mailsToOperators } from '../accounts/operators.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { outsideId } from '../kernel/ids.ts';
import { composeMail } from '../mail/compose.ts';
import type { MailPlan } from '../mail/plan.ts';
import { nameOfOrganization, toOwners } from '../organizations/mail-facts.ts';

type Facts = {
  customerId: string;
  dealerId: string;
  allDevices: boolean;
  configure: boolean;
  untilOn: string | null;
  untilAt: Date | null;
  endedSide: LinkSide | null;
  serials: string[];
  inForce: boolean;
};

async function factsOf(db: Database | Tx, siteId: string, id: unknown, now: Date): Promise<Facts | undefined> {
  const { rows } = await sql<Facts>`
    select l.organization_id as "customerId", l.dealer_organization_id as "dealerId", l.all_devices as "allDevices", l.configure,
      l.until_on as "untilOn", l.until_at as "untilAt", l.ended_side as "endedSide",
      array(select v.serial from v_linked_devices k
        join v_registered_devices v on v.site_id = k.site_id and v.registration_id = k.registration_id
        where k.site_id = l.site_id and k.link_id = l.id order by v.serial) as serials,
      exists (select from maintenance_link_grants m join v_grants g on g.site_id = m.site_id and g.grant_id = m.grant_id
        where m.site_id = l.site_id and m.link_id = l.id and (g.until is null or g.until > ${now}::timestamptz)) as "inForce"
    from maintenance_links l where l.site_id = ${siteId} and l.id = ${String(id)}::uuid`.execute(db);
  return rows[0];
}

/** The words that all mails about a link share: what it is about, what may be done, until when. */
async function wordsOf(app: App, site: Site, language: Language, facts: Facts): Promise<Record<string, string>> {
  const say = translatorFor(language, 'mail');
  return {
    customer: await nameOfOrganization(app.db, site, facts.customerId, language),
    dealer: await nameOfOrganization(app.db, site, facts.dealerId, language),
    devices: facts.allDevices ? say('link-words.all') : facts.serials.join(language === 'ja' ? '、' : ', '),
    rights: say(facts.configure ? 'link-words.configure' : 'link-words.see'),
    untilOn: facts.untilOn ?? say('link-words.noEnd'),
  };
}

const otherSide: Record<LinkSide, LinkSide> = { customer: 'dealer', dealer: 'customer' };
const organizationOf = (facts: Facts, side: LinkSide) => (side === 'customer' ? facts.customerId : facts.dealerId);

type Wish = {
  template: string;
  what: EventKind;
  /** Whose owners are mailed. */
  to: (data: Record<string, unknown>) => LinkSide;
  /** What has to be so at the time of sending; a mail about what is over already says nothing any more. */
  when: (state: LinkState) => boolean;
};

function plan({ template, what, to, when }: Wish): MailPlan {
  return {
    template,
    what,
    recipients: async (tx, { siteId, data, occurredAt }) => {
      const facts = await factsOf(tx, siteId, data.link, occurredAt);
      return facts ? toOwners(tx, siteId, organizationOf(facts, to(data))) : [];
    },
    text: async (app, site, { language, data }) => {
      const now = app.clock.now();
      const facts = await factsOf(app.db, site.id, data.link, now);
      if (!facts || !when(linkState(facts, now))) return null;
      const organization = outsideId('organization', organizationOf(facts, to(data)));
      const page = `${site.address}/o/${organization}/maintenance-links/${outsideId('maintenanceLink', String(data.link))}`;
      return composeMail(site, language, template, { ...(await wordsOf(app, site, language, facts)), page });
    },
  };
}

const runs = (state: LinkState) => state === 'running';
const endedBy = (side: LinkSide) => (data: Record<string, unknown>) => data.side === side;

/** The other side hears that one of them ended it; with another text for each of the two. */
function ended(side: LinkSide): MailPlan {
  const planned = plan({
    template: `link-ended-by-${side}`,
    what: 'maintenance-links.ended',
    to: () => otherSide[side],
    when: () => true,
  });
  return {
    ...planned,
    recipients: async (tx, event) => (endedBy(side)(event.data) ? planned.recipients(tx, event) : []),
  };
}

/** Somebody tries login IDs and phone numbers of dealers: the operators who answer for the site hear of it. */
const guessed: MailPlan = {
  template: 'dealers-guessed',
  what: 'maintenance-links.dealers-guessed',
  recipients: (tx, event) => mailsToOperators(tx, event.siteId),
  text: async (app, site, { language, data }) =>
    composeMail(site, language, 'dealers-guessed', {
      organization: await nameOfOrganization(app.db, site, data.organization, language),
      misses: Number(data.misses),
    }),
};

export const linkMails: readonly MailPlan[] = [
  plan({ template: 'link-begun', what: 'maintenance-links.begun', to: () => 'dealer', when: runs }),
  plan({ template: 'link-begun-own', what: 'maintenance-links.begun', to: () => 'customer', when: runs }),
  plan({ template: 'link-changed', what: 'maintenance-links.changed', to: () => 'dealer', when: runs }),
  ended('customer'),
  ended('dealer'),
  guessed,
];
