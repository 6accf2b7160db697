import { after, hoursMs } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem, type Problem } from '../../kernel/http/problem.ts';
import type { Scope, Session } from '../../kernel/session.ts';
import { lockTries, storeTries } from '../../kernel/tries.ts';

/** Mails an hour with one invitation, whoever has them sent. */
export const sendingsOfOneMax = 5;
/** Invitations an hour that one organization below the maker has sent: anybody's address can stand in them. */
export const sendingsMax = 100;

/** Counts an invitation that is about to be mailed; or why it is not. */
export async function countSending(
  tx: Tx,
  session: Session,
  { siteId, organizationId, now }: Scope,
  invitationId: string | null,
): Promise<Problem | null> {
  const counted = [
    ...(invitationId ? [{ purpose: 'invitation-sent', subject: invitationId, max: sendingsOfOneMax }] : []),
    ...(session.organizationKind === 'maker'
      ? []
      : [{ purpose: 'invitations-sent', subject: organizationId, max: sendingsMax }]),
  ];
  for (const { purpose, subject, max } of counted) {
    const sent = await lockTries(tx, siteId, purpose, subject, after(now, -hoursMs));
    if (sent.length >= max) return platformProblem('too-many-requests', { retryAfterSeconds: hoursMs / 1000 });
    await storeTries(tx, siteId, purpose, subject, [...sent, now]);
  }
  return null;
}
