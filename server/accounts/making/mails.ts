import type { Language } from '../../../domain/site/languages.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import { composeMail } from '../../mail/compose.ts';
import type { MailPlan } from '../../mail/plan.ts';
import { linkSecret } from '../proofs.ts';

/** The link with which somebody opens an account that was made for them; it names who made it. */
const invitation: MailPlan = {
  template: 'invitation',
  what: 'user.invited',
  recipients: async (tx, event) => {
    const user = await tx
      .selectFrom('users')
      .select(['mail', 'language'])
      .where('site_id', '=', event.siteId)
      .where('id', '=', String(event.data.user))
      .executeTakeFirst();
    return user ? [{ recipient: user.mail, language: user.language as Language }] : [];
  },
  text: async (app, site, { language, data }) => {
    const row = await app.db
      .selectFrom('proofs as p')
      .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'p.site_id').onRef('u.id', '=', 'p.user_id'))
      .select(['p.id', 'p.expires_at', 'u.name', 'u.login_id'])
      .where('p.site_id', '=', site.id)
      .where('p.id', '=', String(data.proof))
      .where('p.used_at', 'is', null)
      .where('u.erased_at', 'is', null)
      .executeTakeFirst();
    if (!row) return null;
    const by = await app.db
      .selectFrom('organizations')
      .select('name')
      .where('site_id', '=', site.id)
      .where('id', '=', String(data.by))
      .executeTakeFirst();
    return composeMail(site, language, 'invitation', {
      name: row.name || translatorFor(language, 'mail')('someone'),
      by: by?.name ?? site.name[language],
      loginId: row.login_id,
      link: `${site.address}/set-password#${linkSecret(app, site.id, row.id)}`,
      expires: row.expires_at,
      forgotten: `${site.address}/forgotten-password`,
    });
  },
};

export const makingMails = [invitation];
