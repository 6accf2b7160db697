import { isOrganizationField, type AccountFieldName } from '../../../domain/accounts/account-data.ts';
import type { Language } from '../../../domain/site/languages.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import type { App } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { SealedEvent } from '../../kernel/events.ts';
import { composeMail } from '../../mail/compose.ts';
import type { MailPlan, PlannedMail } from '../../mail/plan.ts';
import { linkSecret } from '../proofs.ts';
import { openChanges } from './mail-change.ts';

type Addressee = { name: string; mail: string; language: Language };

async function findUser(
  db: Tx | App['db'],
  siteId: string,
  userId: unknown,
): Promise<(Addressee & { loginId: string }) | null> {
  const row = await db
    .selectFrom('users')
    .select(['name', 'mail', 'language', 'login_id'])
    .where('site_id', '=', siteId)
    .where('id', '=', String(userId))
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row ? { name: row.name, mail: row.mail, language: row.language as Language, loginId: row.login_id } : null;
}

async function owners(tx: Tx, siteId: string, organizationId: string): Promise<PlannedMail[]> {
  const rows = await tx
    .selectFrom('users')
    .select(['mail', 'language'])
    .where('site_id', '=', siteId)
    .where('organization_id', '=', organizationId)
    .where('role', '=', 'owner')
    .where('ended_at', 'is', null)
    .where('erased_at', 'is', null)
    .execute();
  return rows.map((row) => ({ recipient: row.mail, language: row.language as Language }));
}

async function toUser(tx: Tx, event: SealedEvent): Promise<PlannedMail[]> {
  const user = await findUser(tx, event.siteId, event.data.user);
  return user ? [{ recipient: user.mail, language: user.language }] : [];
}

function nameFor(name: string, language: Language): string {
  return name || translatorFor(language, 'mail')('someone');
}

/** P-14: names the changed fields, never their values. The organization's owners hear of the organization's data, too. */
const accountChanged: MailPlan = {
  template: 'account-changed',
  what: 'account.changed',
  recipients: async (tx, event) => {
    const mails = await toUser(tx, event);
    const fields = event.data.fields as AccountFieldName[];
    if (!fields.some(isOrganizationField)) return mails;
    const others = await owners(tx, event.siteId, String(event.data.organization));
    const known = new Set(mails.map(({ recipient }) => recipient));
    return [...mails, ...others.filter(({ recipient }) => !known.has(recipient))];
  },
  text: async (app, site, mail) => {
    const user = await findUser(app.db, site.id, mail.data.user);
    if (!user) return null;
    const say = translatorFor(mail.language, 'mail', { timeZone: site.timeZone });
    const label = translatorFor(mail.language, 'accounts', { timeZone: site.timeZone });
    const lines = (mail.data.fields as AccountFieldName[]).map((field) =>
      say('account-changed.line', {
        field: label(`signUp.fields.${field}`),
      }),
    );
    return composeMail(site, mail.language, 'account-changed', {
      name: nameFor(user.name, mail.language),
      loginId: user.loginId,
      by: say(`account-changed.${mail.data.byOperator === true ? 'by-operator' : 'by-user'}`, {
        site: site.name[mail.language],
      }),
      fields: lines.join('\n'),
      account: `${site.address}/account`,
    });
  },
};

async function findChange(app: App, siteId: string, id: unknown) {
  return app.db
    .selectFrom('mail_changes')
    .select(['old_mail', 'new_mail'])
    .where('site_id', '=', siteId)
    .where('id', '=', String(id))
    .executeTakeFirst();
}

async function toNewAddress(tx: Tx, event: SealedEvent, wanted: 'address' | 'owner'): Promise<PlannedMail[]> {
  if (event.data.mailed !== wanted) return [];
  const row = await tx
    .selectFrom('mail_changes as c')
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'c.site_id').onRef('u.id', '=', 'c.user_id'))
    .select(['c.new_mail', 'u.language'])
    .where('c.site_id', '=', event.siteId)
    .where('c.id', '=', String(event.data.change))
    .executeTakeFirst();
  return row ? [{ recipient: row.new_mail, language: row.language as Language }] : [];
}

const mailChangeLink: MailPlan = {
  template: 'mail-change-link',
  what: 'mail-change.asked',
  recipients: (tx, event) => toNewAddress(tx, event, 'address'),
  text: async (app, site, mail) => {
    const id = String(mail.data.change);
    const open = await openChanges(app.db, site.id, app.clock.now()).where('c.id', '=', id).executeTakeFirst();
    const user = await findUser(app.db, site.id, mail.data.user);
    if (!open || !user) return null;
    return composeMail(site, mail.language, 'mail-change-link', {
      name: nameFor(user.name, mail.language),
      loginId: open.login_id,
      link: `${site.address}/mail-change#${linkSecret(app, site.id, id)}`,
      expires: open.expires_at,
    });
  },
};

/** P-19: on screen a taken address looks like any other; its owner hears of it. */
const mailChangeTaken: MailPlan = {
  template: 'mail-change-taken',
  what: 'mail-change.asked',
  recipients: (tx, event) => toNewAddress(tx, event, 'owner'),
  text: async (_app, site, mail) =>
    composeMail(site, mail.language, 'mail-change-taken', { login: `${site.address}/login` }),
};

const mailChangeWarning: MailPlan = {
  template: 'mail-change-warning',
  what: 'mail-change.asked',
  recipients: toUser,
  text: async (app, site, mail) => {
    const user = await findUser(app.db, site.id, mail.data.user);
    const change = await findChange(app, site.id, mail.data.change);
    if (!user || !change) return null;
    return composeMail(site, mail.language, 'mail-change-warning', {
      name: nameFor(user.name, mail.language),
      loginId: user.loginId,
      mail: maskMail(change.new_mail),
      password: `${site.address}/account/password`,
    });
  },
};

/** Enough of an address for its owner to know it again: the first letter and the domain. */
export function maskMail(mail: string): string {
  const at = mail.lastIndexOf('@');
  return `${mail.slice(0, 1)}***${mail.slice(at)}`;
}

/** Both addresses are told of the change. */
/** C-11: the address that was taken away is told, as whoever has it must hear of it. */
const mailRemoved: MailPlan = {
  template: 'mail-removed',
  what: 'mail.removed',
  recipients: async (tx, event) => {
    const user = await findUser(tx, event.siteId, event.data.user);
    const row = await tx
      .selectFrom('mail_changes')
      .select('old_mail')
      .where('site_id', '=', event.siteId)
      .where('id', '=', String(event.data.change))
      .executeTakeFirst();
    return user && row ? [{ recipient: row.old_mail, language: user.language }] : [];
  },
  text: async (app, site, mail) => {
    const user = await findUser(app.db, site.id, mail.data.user);
    if (!user) return null;
    const { name, loginId } = user;
    return composeMail(site, mail.language, 'mail-removed', { name: nameFor(name, mail.language), loginId });
  },
};

const mailChanged: MailPlan = {
  template: 'mail-changed',
  what: 'mail.changed',
  recipients: async (tx, event) => {
    const user = await findUser(tx, event.siteId, event.data.user);
    const row = await tx
      .selectFrom('mail_changes')
      .select(['old_mail', 'new_mail'])
      .where('site_id', '=', event.siteId)
      .where('id', '=', String(event.data.change))
      .executeTakeFirst();
    if (!user || !row) return [];
    return [row.new_mail, row.old_mail].map((recipient) => ({ recipient, language: user.language }));
  },
  text: async (app, site, mail) => {
    const user = await findUser(app.db, site.id, mail.data.user);
    const change = await findChange(app, site.id, mail.data.change);
    if (!user || !change) return null;
    const say = translatorFor(mail.language, 'mail', { timeZone: site.timeZone });
    return composeMail(site, mail.language, 'mail-changed', {
      name: nameFor(user.name, mail.language),
      mail: maskMail(change.new_mail),
      login: say(mail.data.loginIdChanged === true ? 'mail-changed.login-changed' : 'mail-changed.login-same'),
      page: `${site.address}/login`,
    });
  },
};

const loginIdChanged: MailPlan = {
  template: 'login-id-changed',
  what: 'login-id.changed',
  recipients: toUser,
  text: async (app, site, mail) => {
    const user = await findUser(app.db, site.id, mail.data.user);
    if (!user) return null;
    return composeMail(site, mail.language, 'login-id-changed', {
      name: nameFor(user.name, mail.language),
      loginId: user.loginId,
      login: `${site.address}/login`,
    });
  },
};

export const accountDataMails = [
  accountChanged,
  mailChangeLink,
  mailChangeTaken,
  mailChangeWarning,
  mailRemoved,
  mailChanged,
  loginIdChanged,
];
