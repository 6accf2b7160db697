import { parseBody } from '../../domain/notices/text.ts';
import type { Tx } from '../kernel/database.ts';
import type { EventKind } from '../../domain/events/kinds.ts';
import { faultAt, platformProblem, type Problem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { newId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/session.ts';
import { contactRequestProblem } from './problems.ts';
import { lockRequest, versionOfRequest, type RequestRow } from './store.ts';

/** The request, held, if it is still as the caller saw it; or why not. */
async function holdAsSeen(tx: Tx, scope: Scope, id: string, seenVersion: string): Promise<RequestRow | Problem> {
  const row = await lockRequest(tx, scope, id);
  if (!row) return platformProblem('not-found');
  return versionOfRequest(row) === seenVersion ? row : platformProblem('changed-meanwhile');
}

async function settle(tx: Tx, scope: Scope, row: RequestRow, state: RequestRow['state']): Promise<void> {
  await tx
    .updateTable('contact_requests')
    .set({ state, settled_at: state === 'open' ? null : scope.now, version: row.version + 1 })
    .where('site_id', '=', scope.siteId)
    .where('id', '=', row.id)
    .execute();
}

const eventOf = (what: EventKind, row: RequestRow, more: Record<string, unknown> = {}) => ({
  what,
  subject: `contact-request/${row.id}`,
  data: { request: row.id, ...(row.organizationId && { organization: row.organizationId }), ...more },
});

/** An operator answers: the answer stays with the request and goes to whoever asked by mail (P-06). Of two at once the second is told. */
export async function answerRequest(
  tx: Tx,
  scope: Scope,
  id: string,
  seenVersion: string,
  typed: string,
): Promise<Outcome<never>> {
  const row = await holdAsSeen(tx, scope, id, seenVersion);
  if ('problem' in row) return { reply: row };
  if (row.state === 'closed') return { reply: contactRequestProblem('closed') };
  const text = parseBody(typed);
  if (!text.ok) return { reply: platformProblem('invalid-fields', { errors: [faultAt('/text', text)] }) };
  const { siteId, userId, now } = scope;
  const answer = newId();
  await tx
    .insertInto('contact_answers')
    .values({ site_id: siteId, id: answer, request_id: id, created_at: now, text: text.value, answered_by: userId })
    .execute();
  await settle(tx, scope, row, 'answered');
  return { reply: { status: 204 }, events: [eventOf('contact-request.answered', row, { answer })] };
}

/** Nothing more is to be done about it; nobody is mailed. */
export async function closeRequest(tx: Tx, scope: Scope, id: string, seenVersion: string): Promise<Outcome<never>> {
  const row = await holdAsSeen(tx, scope, id, seenVersion);
  if ('problem' in row) return { reply: row };
  if (row.state === 'closed') return { reply: contactRequestProblem('closed') };
  await settle(tx, scope, row, 'closed');
  return { reply: { status: 204 }, events: [eventOf('contact-request.closed', row)] };
}

export async function reopenRequest(tx: Tx, scope: Scope, id: string, seenVersion: string): Promise<Outcome<never>> {
  const row = await holdAsSeen(tx, scope, id, seenVersion);
  if ('problem' in row) return { reply: row };
  if (row.state !== 'closed') return { reply: contactRequestProblem('not-closed') };
  await settle(tx, scope, row, 'open');
  return { reply: { status: 204 }, events: [eventOf('contact-request.reopened', row)] };
}
