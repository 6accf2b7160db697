import type { SignUpValues } from '../../domain/accounts/sign-up-form.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import type { SealedEvent } from '../kernel/events.ts';
import { composeMail } from '../mail/compose.ts';
import type { MailPlan, PlannedMail } from '../mail/plan.ts';
import { accountDataMails } from './account-data/mails.ts';
import { withdrawableUntil, withdrawalLink } from './account-data/withdrawal-link.ts';
import { codesGuessed } from './code-mails.ts';
import { wayOf } from './finish-sign-up.ts';
import { isMailTaken } from './login-ids.ts';
import { codeSecret, linkSecret } from './proofs.ts';

type PendingSignUp = { loginId: string; mail: string; kind: string | null; fields: SignUpValues; language: Language };

async function findSignUp(db: Database | Tx, siteId: string, id: string): Promise<PendingSignUp | null> {
  const row = await db
    .selectFrom('sign_ups')
    .select(['login_id as loginId', 'mail', 'organization_kind as kind', 'fields', 'language'])
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .where('user_id', 'is', null)
    .executeTakeFirst();
  return row ? { ...row, fields: row.fields as SignUpValues, language: row.language as Language } : null;
}

/** Whether the login ID, or an address that has one account at most (`once`), belongs to somebody already. */
async function isRegistered(tx: Tx, siteId: string, { loginId, mail }: PendingSignUp, once: boolean): Promise<boolean> {
  if (once && (await isMailTaken(tx, siteId, mail, 'look'))) return true;
  const row = await tx
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', siteId)
    .where((eb) => eb(eb.fn<string>('lower', ['login_id']), '=', loginId.toLowerCase()))
    .executeTakeFirst();
  return row !== undefined;
}

/** The receiver of a sign-up's mail, according to whether it would make a second account of somebody's. */
async function receiver(tx: Tx, event: SealedEvent, taken: boolean): Promise<PlannedMail[]> {
  const pending = await findSignUp(tx, event.siteId, String(event.data.signUp));
  if (!pending || (await isRegistered(tx, event.siteId, pending, event.data.once === true)) !== taken) return [];
  return [{ recipient: pending.mail, language: pending.language }];
}

function nameOf(fields: SignUpValues, language: Language): string {
  const name = fields.personInCharge || fields.company || fields.name;
  return typeof name === 'string' ? name : translatorFor(language, 'mail')('someone');
}

/** The proof's end, if it is still to come. */
async function proofEnd(app: App, siteId: string, proofId: string): Promise<Date | null> {
  const row = await app.db
    .selectFrom('proofs')
    .select('expires_at')
    .where('site_id', '=', siteId)
    .where('id', '=', proofId)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return row?.expires_at ?? null;
}

async function proofText(app: App, site: Site, mail: { language: Language; data: Record<string, unknown> }) {
  const proofId = String(mail.data.proof);
  const pending = await findSignUp(app.db, site.id, String(mail.data.signUp));
  const end = await proofEnd(app, site.id, proofId);
  const policy = pending && wayOf(site, pending.kind);
  if (!pending || !end || !policy) return null;
  const common = {
    name: nameOf(pending.fields, mail.language),
    loginId: pending.loginId,
    expires: end,
    withdraw: withdrawalLink(app, site, String(mail.data.signUp)),
  };
  if (policy.proof.kind === 'code') {
    return composeMail(site, mail.language, 'sign-up-code', {
      ...common,
      code: codeSecret(app, site.id, proofId, policy.proof.digits),
    });
  }
  const link = `${site.address}/set-password#${linkSecret(app, site.id, proofId)}`;
  return composeMail(site, mail.language, 'sign-up-link', { ...common, link, login: `${site.address}/login` });
}

const signUpProof: MailPlan = {
  template: 'sign-up-proof',
  what: 'sign-up.requested',
  recipients: (tx, event) => receiver(tx, event, false),
  text: proofText,
};

/** P-19: on screen a taken address looks like any other; its owner hears of it. */
const signUpTaken: MailPlan = {
  template: 'sign-up-taken',
  what: 'sign-up.requested',
  recipients: (tx, event) => receiver(tx, event, true),
  text: async (_app, site, mail) =>
    composeMail(site, mail.language, 'sign-up-taken', { login: `${site.address}/login` }),
};

const accountReady: MailPlan = {
  template: 'account-ready',
  what: 'user.created',
  recipients: async (tx, event) => {
    if (!event.data.signUp) return [];
    const user = await tx
      .selectFrom('users')
      .select(['mail', 'language'])
      .where('site_id', '=', event.siteId)
      .where('id', '=', String(event.data.user))
      .executeTakeFirst();
    return user ? [{ recipient: user.mail, language: user.language as Language }] : [];
  },
  text: async (app, site, mail) => {
    const row = await app.db
      .selectFrom('users')
      .select(['name', 'login_id'])
      .where('site_id', '=', site.id)
      .where('id', '=', String(mail.data.user))
      .where('erased_at', 'is', null)
      .executeTakeFirst();
    const signUp = await app.db
      .selectFrom('sign_ups')
      .select('created_at')
      .where('site_id', '=', site.id)
      .where('id', '=', String(mail.data.signUp))
      .executeTakeFirst();
    if (!row || !signUp) return null;
    const name = row.name || translatorFor(mail.language, 'mail')('someone');
    return composeMail(site, mail.language, 'account-ready', {
      name,
      loginId: row.login_id,
      login: `${site.address}/login`,
      withdraw: withdrawalLink(app, site, String(mail.data.signUp)),
      until: withdrawableUntil(signUp.created_at),
    });
  },
};

export const accountMails = [signUpProof, signUpTaken, accountReady, ...accountDataMails, codesGuessed];
