import { hasOwnLoginIds } from '../../../domain/accounts/policy.ts';
import { proofEnds } from '../../../domain/accounts/proofs.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { countForNobody } from '../alike.ts';
import { createProof } from '../proofs.ts';
import { findByLoginId, findByMail } from './accounts.ts';
import { takeMail } from './mail-limit.ts';

/**
 * Asks for a new password (P-12): a code or link goes to the stored address of the account. Whether there is one cannot be
 * told from the answer, nor that so many mails were asked for that none goes out any more.
 */
export async function askReset(
  app: App,
  tx: Tx,
  site: Site,
  typed: string,
  browserId: string,
  now: Date,
): Promise<Outcome<never>> {
  const { reset } = site.accounts;
  const find = reset.askedBy === 'login-id' ? findByLoginId : findByMail;
  const events: NewEvent[] = [];
  for (const account of await find(tx, site.id, typed)) {
    const subject = `user/${account.id}`;
    if (!(await takeMail(app, tx, site, { mail: account.mail, userId: account.id }, now))) {
      events.push({ what: 'password-reset.not-mailed', subject });
      continue;
    }
    const kind =
      reset.kind === 'code'
        ? ({ purpose: 'reset-code', digits: reset.digits, browserId } as const)
        : ({ purpose: 'reset-link' } as const);
    const expiresAt = proofEnds(reset.life, now, site.timeZone);
    const proof = await createProof(app, tx, site, now, { ...kind, userId: account.id, expiresAt });
    events.push({ what: 'password-reset.asked', subject, data: { user: account.id, proof } });
  }
  if (events.length === 0) {
    await countForNobody(tx, site.id, typed, now);
    events.push({ what: 'password-reset.not-mailed', subject: 'login/unknown' });
  }
  return { reply: { status: 204 }, events };
}

/** Mails the login IDs of an address to it (details.md, P-12), where people have IDs that are not their address. */
export async function askLoginIds(app: App, tx: Tx, site: Site, typed: string, now: Date): Promise<Outcome<never>> {
  if (!hasOwnLoginIds(site.accounts)) return { reply: platformProblem('not-found') };
  const [first] = await findByMail(tx, site.id, typed);
  if (!first) await countForNobody(tx, site.id, typed, now);
  const mailed = first !== undefined && (await takeMail(app, tx, site, { mail: first.mail, userId: null }, now));
  const event: NewEvent = mailed
    ? { what: 'login-ids.asked', subject: `user/${first.id}`, data: { user: first.id } }
    : { what: 'login-ids.not-mailed', subject: first ? `user/${first.id}` : 'login/unknown' };
  return { reply: { status: 204 }, events: [event] };
}
