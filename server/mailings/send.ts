import { refuseNotice } from '../../domain/mailings/mailing.ts';
import type { Tx } from '../kernel/database.ts';
import type { FieldFault, Problem } from '../kernel/http/problem.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { newId, outsideId } from '../kernel/ids.ts';
import type { Database } from '../kernel/database.ts';
import type { Scope } from '../kernel/session.ts';
import { holdNoticeToMail } from '../notices/mailable.ts';
import { toPerson } from '../organizations/mail-facts.ts';
import { mailingProblem } from './problems.ts';
import { keepReceivers, receiversOf, unknownOrganizations, type Aim } from './receivers.ts';
import { aimOf, type MailingWish } from './schemas.ts';

/** What was chosen; or a fault at each organization that is not there. */
export async function readAim(db: Database | Tx, scope: Scope, wish: MailingWish): Promise<Aim | Problem> {
  const aim = aimOf(wish);
  const unknown = await unknownOrganizations(db, scope.siteId, aim.organizations ?? []);
  if (unknown.size === 0) return aim;
  const errors = (aim.organizations ?? []).flatMap((id, at): FieldFault[] =>
    unknown.has(id) ? [{ pointer: `/organizations/${at}`, code: 'mailings/organization-unknown' }] : [],
  );
  return platformProblem('invalid-fields', { errors });
}

/**
 * Sends a notice (P-05). Who gets it is fixed in this transaction, under the held notice, so that it reaches nobody twice: not when somebody else
 * sends it at the same moment, nor later to more organizations. The mails follow from the event.
 */
export async function sendMailing(
  tx: Tx,
  scope: Scope,
  wish: MailingWish,
): Promise<Outcome<{ id: string; receivers: number }>> {
  const { siteId, userId, now } = scope;
  const aim = await readAim(tx, scope, wish);
  if ('problem' in aim) return { reply: aim };
  const notice = await holdNoticeToMail(tx, siteId, aim.noticeId, now);
  if (!notice) return { reply: platformProblem('not-found') };
  const refused = refuseNotice(notice.state);
  if (refused) return { reply: mailingProblem(refused) };
  const receivers = await receiversOf(tx, siteId, aim);
  if (receivers.length === 0) return { reply: mailingProblem('nobody') };
  const id = newId();
  const { title, body } = notice;
  const { kind, organizations } = aim;
  await tx
    .insertInto('mailings')
    .values({
      site_id: siteId,
      id,
      created_at: now,
      created_by: userId,
      kind,
      notice_id: notice.id,
      title_ja: title.ja,
      title_en: title.en,
      body_ja: body.ja,
      body_en: body.en,
      organizations: organizations && [...organizations],
      receivers: receivers.length,
      counted_at: null,
      sent: null,
      failed: null,
      dropped: null,
      withdrawn: null,
    })
    .execute();
  await keepReceivers(
    tx,
    siteId,
    { mailingId: id, noticeId: notice.id },
    receivers.map((one) => one.userId),
  );
  return {
    reply: { status: 201, body: { id: outsideId('mailing', id), receivers: receivers.length } },
    events: [
      {
        what: 'mailing.sent',
        subject: `mailing/${id}`,
        data: {
          mailing: id,
          notice: notice.id,
          kind,
          organizations: organizations?.length ?? 'all',
          receivers: receivers.length,
        },
      },
    ],
  };
}

/** Mails a notice to who asks for it, and to nobody else; one that is planned as well. */
export async function testMailing(
  tx: Tx,
  scope: Scope,
  wish: Pick<MailingWish, 'notice' | 'kind'>,
): Promise<Outcome<never>> {
  const { siteId, userId: user, now } = scope;
  const { noticeId, kind } = aimOf({ ...wish, organizations: null });
  const notice = await holdNoticeToMail(tx, siteId, noticeId, now);
  if (!notice) return { reply: platformProblem('not-found') };
  if (notice.state === 'past') return { reply: mailingProblem('notice-over') };
  if ((await toPerson(tx, siteId, user)).length === 0) return { reply: mailingProblem('no-address') };
  return {
    reply: { status: 204 },
    events: [{ what: 'mailing.tested', subject: `notice/${notice.id}`, data: { notice: notice.id, kind, user } }],
  };
}
