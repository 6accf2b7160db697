import type { EventKind } from '../../../domain/events/kinds.ts';
import type { Language } from '../../../domain/site/languages.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { SealedEvent } from '../../kernel/events.ts';
import { composeMail } from '../../mail/compose.ts';
import type { MailPlan, PlannedMail } from '../../mail/plan.ts';
import { linkSecret } from '../proofs.ts';
import { detailOf } from '../../kernel/event-details.ts';

type Mail = Parameters<MailPlan['text']>[2];
type Values = Record<string, string | number | Date>;

async function findUser(db: Tx | App['db'], siteId: string, userId: unknown) {
  return db
    .selectFrom('users')
    .select(['name', 'mail', 'language', 'login_id'])
    .where('site_id', '=', siteId)
    .where('id', '=', String(userId))
    .where('erased_at', 'is', null)
    .executeTakeFirst();
}

async function toUser(tx: Tx, event: SealedEvent): Promise<PlannedMail[]> {
  const user = await findUser(tx, event.siteId, event.data.user);
  return user ? [{ recipient: user.mail, language: user.language as Language }] : [];
}

async function compose(app: App, site: Site, mail: Mail, template: string, more: Values = {}) {
  const user = await findUser(app.db, site.id, mail.data.user);
  if (!user) return null;
  return composeMail(site, mail.language, template, {
    name: user.name || translatorFor(mail.language, 'mail')('someone'),
    loginId: user.login_id,
    security: `${site.address}/account/security`,
    ...more,
  });
}

/** A removal that was the last one is told by the mail about that. */
const unlessLast = async (tx: Tx, event: SealedEvent) => (event.data.last === true ? [] : toUser(tx, event));

function passkeyMail(template: 'passkey-added' | 'passkey-removed', what: EventKind): MailPlan {
  return {
    template,
    what,
    recipients: unlessLast,
    text: async (app, site, mail) =>
      compose(app, site, mail, template, { passkey: await detailOf(app.db, site.id, mail.eventId, 'name') }),
  };
}

function plainMail(template: string, what: EventKind): MailPlan {
  return {
    template,
    what,
    recipients: unlessLast,
    text: async (app, site, mail) => compose(app, site, mail, template),
  };
}

const recoveryCodeUsed: MailPlan = {
  template: 'recovery-code-used',
  what: 'recovery-code.used',
  recipients: toUser,
  text: async (app, site, mail) => compose(app, site, mail, 'recovery-code-used', { left: Number(mail.data.left) }),
};

const secondFactorOff: MailPlan = {
  template: 'second-factor-off',
  what: 'second-factor.off',
  recipients: toUser,
  text: async (app, site, mail) => {
    if (mail.data.byOperator !== true) return compose(app, site, mail, 'second-factor-off');
    const reason = await detailOf(app.db, site.id, mail.eventId, 'reason');
    if (typeof mail.data.proof !== 'string') return compose(app, site, mail, 'second-factor-taken-off', { reason });
    const proof = await app.db
      .selectFrom('proofs')
      .select('expires_at')
      .where('site_id', '=', site.id)
      .where('id', '=', mail.data.proof)
      .executeTakeFirst();
    return compose(app, site, mail, 'second-factor-taken-off-password', {
      reason,
      link: `${site.address}/set-password#${linkSecret(app, site.id, mail.data.proof)}`,
      expires: proof?.expires_at ?? app.clock.now(),
    });
  },
};

export const secondFactorMails = [
  passkeyMail('passkey-added', 'passkey.added'),
  passkeyMail('passkey-removed', 'passkey.removed'),
  plainMail('totp-added', 'totp.added'),
  plainMail('totp-removed', 'totp.removed'),
  plainMail('recovery-codes-made', 'recovery-codes.made'),
  recoveryCodeUsed,
  secondFactorOff,
];
