import type { Language } from '../../../domain/site/languages.ts';
import { linkSecret } from '../../accounts/proofs.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { composeMail } from '../../mail/compose.ts';
import type { MailPlan } from '../../mail/plan.ts';
import { findPerson, nameOfOrganization, nameOfPerson, roleWord, someone, toPerson } from '../mail-facts.ts';

async function findInvitation(db: App['db'] | Tx, siteId: string, id: unknown) {
  return db
    .selectFrom('invitations')
    .select(['mail', 'name', 'language', 'role', 'link_id', 'expires_at', 'ended_at', 'invited_by', 'organization_id'])
    .select('address_taken as addressTaken')
    .where('site_id', '=', siteId)
    .where('id', '=', String(id))
    .executeTakeFirst();
}

type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

const recipient =
  (wanted: (found: Invitation) => boolean): MailPlan['recipients'] =>
  async (tx, event) => {
    const found = await findInvitation(tx, event.siteId, event.data.invitation);
    return found && found.mail !== '' && wanted(found)
      ? [{ recipient: found.mail, language: found.language as Language }]
      : [];
  };

async function common(app: App, site: Site, language: Language, id: unknown) {
  const found = await findInvitation(app.db, site.id, id);
  if (!found) return null;
  return {
    found,
    values: {
      name: found.name || someone(language),
      organization: await nameOfOrganization(app.db, site, found.organization_id, language),
      inviter: found.invited_by ? await nameOfPerson(app.db, site.id, found.invited_by, language) : someone(language),
      role: roleWord(found.role, language),
    },
  };
}

const invitation: MailPlan = {
  template: 'member-invitation',
  what: 'invitation.sent',
  recipients: recipient(({ addressTaken }) => !addressTaken),
  text: async (app, site, { language, data }) => {
    const known = await common(app, site, language, data.invitation);
    if (!known || known.found.ended_at) return null;
    const link = `${site.address}/invitation#${linkSecret(app, site.id, known.found.link_id)}`;
    return composeMail(site, language, 'member-invitation', { ...known.values, link, expires: known.found.expires_at });
  },
};

/** P-19: on screen a taken address looks like any other; its owner hears of it. */
const invitationTaken: MailPlan = {
  template: 'member-invitation-taken',
  what: 'invitation.sent',
  recipients: recipient(({ addressTaken }) => addressTaken),
  text: async (app, site, { language, data }) => {
    const known = await common(app, site, language, data.invitation);
    if (!known) return null;
    return composeMail(site, language, 'member-invitation-taken', { ...known.values, login: `${site.address}/login` });
  },
};

const invitationWithdrawn: MailPlan = {
  template: 'member-invitation-withdrawn',
  what: 'invitation.withdrawn',
  recipients: recipient(() => true),
  text: async (app, site, { language, data }) => {
    const known = await common(app, site, language, data.invitation);
    return known && composeMail(site, language, 'member-invitation-withdrawn', known.values);
  },
};

/** Who accepted gets the login ID; who invited hears that they did. */
const memberWelcome: MailPlan = {
  template: 'member-welcome',
  what: 'user.created',
  recipients: async (tx, event) => (event.data.invitation ? toPerson(tx, event.siteId, event.data.user) : []),
  text: async (app, site, { language, data }) => {
    const person = await findPerson(app.db, site.id, data.user);
    if (!person) return null;
    return composeMail(site, language, 'member-welcome', {
      name: person.name || someone(language),
      organization: await nameOfOrganization(app.db, site, data.organization, language),
      role: roleWord(data.role, language),
      loginId: person.loginId,
      login: `${site.address}/login`,
    });
  },
};

const memberJoined: MailPlan = {
  template: 'member-joined',
  what: 'user.created',
  recipients: async (tx, event) => {
    if (!event.data.invitation) return [];
    const found = await findInvitation(tx, event.siteId, event.data.invitation);
    return found?.invited_by ? toPerson(tx, event.siteId, found.invited_by) : [];
  },
  text: async (app, site, { language, data }) =>
    composeMail(site, language, 'member-joined', {
      name: await nameOfPerson(app.db, site.id, data.user, language),
      organization: await nameOfOrganization(app.db, site, data.organization, language),
      role: roleWord(data.role, language),
    }),
};

export const invitationMails = [invitation, invitationTaken, invitationWithdrawn, memberWelcome, memberJoined];
