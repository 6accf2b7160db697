import type { Language } from '../../../domain/site/languages.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { composeMail } from '../../mail/compose.ts';
import type { MailPlan } from '../../mail/plan.ts';
import { codeSecret, linkSecret } from '../proofs.ts';

async function findUser(db: Database | Tx, siteId: string, id: string) {
  return db
    .selectFrom('users')
    .select(['id', 'name', 'mail', 'language', 'login_id as loginId', 'password_changed_at as changedAt'])
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .executeTakeFirst();
}

type User = NonNullable<Awaited<ReturnType<typeof findUser>>>;

function nameOf(user: User, language: Language): string {
  return user.name || translatorFor(language, 'mail')('someone');
}

function pages(site: Site) {
  return {
    login: `${site.address}/login`,
    forgotten: `${site.address}/forgotten-password`,
  };
}

/** To the stored address of the account, whatever was typed. */
async function toOwner(tx: Tx, siteId: string, userId: unknown) {
  const user = await findUser(tx, siteId, String(userId));
  return user?.mail ? [{ recipient: user.mail, language: user.language as Language }] : [];
}

const resetProof: MailPlan = {
  template: 'reset-proof',
  what: 'password-reset.asked',
  recipients: (tx, event) => toOwner(tx, event.siteId, event.data.user),
  text: async (app, site, { language, data }) => {
    const proof = await app.db
      .selectFrom('proofs')
      .select(['id', 'purpose', 'expires_at'])
      .where('site_id', '=', site.id)
      .where('id', '=', String(data.proof))
      .where('used_at', 'is', null)
      .executeTakeFirst();
    const user = await findUser(app.db, site.id, String(data.user));
    if (!proof || !user) return null;
    const common = { name: nameOf(user, language), loginId: user.loginId, expires: proof.expires_at };
    const { reset } = site.accounts;
    if (reset.kind === 'code' && proof.purpose === 'reset-code') {
      const code = codeSecret(app, site.id, proof.id, reset.digits);
      return composeMail(site, language, 'reset-code', { ...common, code });
    }
    if (proof.purpose !== 'reset-link') return null;
    const link = `${site.address}/set-password#${linkSecret(app, site.id, proof.id)}`;
    return composeMail(site, language, 'reset-link', { ...common, link });
  },
};

const loginIds: MailPlan = {
  template: 'login-ids',
  what: 'login-ids.asked',
  recipients: async (tx, event) => {
    const user = await findUser(tx, event.siteId, String(event.data.user));
    if (!user) return [];
    const others = await tx
      .selectFrom('users')
      .select('mail')
      .distinct()
      .where('site_id', '=', event.siteId)
      .where((eb) => eb(eb.fn<string>('lower', ['mail']), '=', user.mail.toLowerCase()))
      .execute();
    return others.map(({ mail }) => ({ recipient: mail, language: user.language as Language }));
  },
  text: async (app, site, { recipient, language }) => {
    const rows = await app.db
      .selectFrom('users as u')
      .innerJoin('organizations as o', (join) =>
        join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
      )
      .select(['u.login_id', 'o.name'])
      .where('u.site_id', '=', site.id)
      .where('u.mail', '=', recipient)
      .where('u.ended_at', 'is', null)
      .where('o.closed_at', 'is', null)
      .orderBy('u.id')
      .execute();
    if (rows.length === 0) return null;
    const say = translatorFor(language, 'mail');
    const ids = rows.map((row) => say('login-ids.id', { loginId: row.login_id, organization: row.name })).join('\n');
    return composeMail(site, language, 'login-ids', { ids, ...pages(site) });
  },
};

/** To the owner of the account, who may not have been the one to change it. */
const passwordChanged: MailPlan = {
  template: 'password-changed',
  what: 'password.changed',
  // The first password of an account replaces none.
  recipients: async (tx, event) => (event.data.how === 'first' ? [] : toOwner(tx, event.siteId, event.data.user)),
  text: async (app, site, { language, data }) => {
    const user = await findUser(app.db, site.id, String(data.user));
    if (!user) return null;
    const { loginId, changedAt } = user;
    return composeMail(site, language, 'password-changed', {
      name: nameOf(user, language),
      loginId,
      changed: changedAt,
      ...pages(site),
    });
  },
};

export const resetMails = [resetProof, loginIds, passwordChanged];
