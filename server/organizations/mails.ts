import type { EventKind } from '../../domain/events/kinds.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { App, Site } from '../kernel/app.ts';
import { composeMail } from '../mail/compose.ts';
import type { MailPlan, MailText } from '../mail/plan.ts';
import { invitationMails } from './invitations/mails.ts';
import { nameOfOrganization, nameOfPerson, onceEach, rightWords, roleWord, toOwners, toPerson } from './mail-facts.ts';

type Data = Record<string, unknown>;
type Facts = { app: App; site: Site; language: Language; data: Data };
type Recipients = MailPlan['recipients'];

/** A mail whose text names people and organizations out of the event's data. */
function plan(
  template: string,
  what: EventKind,
  recipients: Recipients,
  more: (facts: Facts) => Promise<Record<string, string | Date>>,
): MailPlan {
  return {
    template,
    what,
    recipients,
    text: async (app, site, { language, data }): Promise<MailText> => {
      const organization = await nameOfOrganization(app.db, site, data.organization, language);
      const values = { organization, login: `${site.address}/login`, ...(await more({ app, site, language, data })) };
      return composeMail(site, language, template, values);
    },
  };
}

const nothing = async () => ({});
const toUser: Recipients = (tx, event) => toPerson(tx, event.siteId, event.data.user);
const ownersOf: Recipients = (tx, event) => toOwners(tx, event.siteId, event.data.organization);

const fromTo = async ({ app, site, language, data }: Facts) => ({
  from: await nameOfPerson(app.db, site.id, data.from, language),
  to: await nameOfPerson(app.db, site.id, data.to, language),
});

const places = async ({ app, site, language, data }: Facts) => ({
  from: await nameOfOrganization(app.db, site, data.from, language),
  to: await nameOfOrganization(app.db, site, data.to, language),
});

const bothSides: Recipients = async (tx, event) => [
  ...(await toPerson(tx, event.siteId, event.data.from)),
  ...(await toPerson(tx, event.siteId, event.data.to)),
];

/** Owners of the organization that moved, and of the one it hangs on now. */
const ownersAndNewParent: Recipients = async (tx, event) => [
  ...onceEach([
    ...(await toOwners(tx, event.siteId, event.data.organization)),
    ...(event.data.to ? await toOwners(tx, event.siteId, event.data.to) : []),
  ]),
];

/** Everybody whose account ended with the closing: the accounts end with it, at the same instant. */
const lastPeople: Recipients = async (tx, event) => {
  const rows = await tx
    .selectFrom('users')
    .select(['mail', 'language'])
    .where('site_id', '=', event.siteId)
    .where('organization_id', '=', String(event.data.organization))
    .where('erased_at', 'is', null)
    .where('ended_at', '=', event.occurredAt)
    .where('mail', '<>', '')
    .execute();
  return onceEach(rows.map((row) => ({ recipient: row.mail, language: row.language as Language })));
};

const granted = async ({ app, site, language, data }: Facts) => ({
  to: await nameOfOrganization(app.db, site, data.to, language),
  rights: rightWords(data.rights, language),
  until: typeof data.until === 'string' ? new Date(data.until) : 'none',
});

export const organizationMails: readonly MailPlan[] = [
  ...invitationMails,
  plan('role-changed', 'member.role-changed', toUser, async ({ language, data }) => ({
    from: roleWord(data.from, language),
    to: roleWord(data.to, language),
  })),
  plan('member-removed', 'member.removed', toUser, nothing),
  plan('member-left', 'member.left', toUser, nothing),
  plan('member-left-owners', 'member.left', ownersOf, async ({ app, site, language, data }) => ({
    name: await nameOfPerson(app.db, site.id, data.user, language),
  })),
  plan(
    'ownership-offered',
    'ownership.offered',
    (tx, event) => toPerson(tx, event.siteId, event.data.to),
    async (facts) => ({
      ...(await fromTo(facts)),
      until: new Date(String(facts.data.expiresAt)),
      page: `${facts.site.address}/account/organization`,
    }),
  ),
  plan('ownership-handed-over', 'ownership.handed-over', bothSides, fromTo),
  plan('ownership-offer-ended', 'ownership.offer-ended', bothSides, async (facts) => ({
    ...(await fromTo(facts)),
    how: String(facts.data.how),
  })),
  plan('organization-moved', 'organization.moved', ownersAndNewParent, places),
  plan('organization-passed-on', 'organization.passed-on', ownersAndNewParent, places),
  plan('organization-closed', 'organization.closed', lastPeople, nothing),
  plan('grant-given', 'grant.given', ownersOf, granted),
  plan('grant-ended', 'grant.ended', ownersOf, async ({ app, site, language, data }) => ({
    to: await nameOfOrganization(app.db, site, data.to, language),
  })),
];
