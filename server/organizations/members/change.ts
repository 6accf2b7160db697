import type { Role } from '../../../domain/accounts/permissions.ts';
import { judgeLeaving, judgeRemoval, judgeRoleChange } from '../../../domain/organizations/members.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { Scope } from '../../kernel/session.ts';
import { organizationProblem } from '../problems.ts';
import { endUser } from './end-user.ts';
import { lockMember } from './store.ts';

/** Gives somebody of the organization another role; the same one again changes nothing. */
export async function changeRole(tx: Tx, scope: Scope, userId: string, to: Role): Promise<Outcome<never>> {
  const member = await lockMember(tx, scope, userId);
  if (!member) return { reply: platformProblem('not-found') };
  const { role: from, otherOwners, actor } = member;
  if (!actor) return { reply: platformProblem('not-permitted') };
  if (from === to) return { reply: { status: 204 } };
  const judged = judgeRoleChange({ actor, target: from, isSelf: userId === scope.userId, otherOwners }, to);
  if (!judged.ok) return { reply: organizationProblem(judged.code) };
  await tx
    .updateTable('users')
    .set({ role: to })
    .where('site_id', '=', scope.siteId)
    .where('id', '=', userId)
    .execute();
  const data = { user: userId, organization: scope.organizationId, from, to };
  return { reply: { status: 204 }, events: [{ what: 'member.role-changed', subject: `user/${userId}`, data }] };
}

/** Removes somebody from the organization: the account ends, everywhere and at once. */
export async function removeMember(tx: Tx, scope: Scope, userId: string): Promise<Outcome<never>> {
  const member = await lockMember(tx, scope, userId);
  if (!member) return { reply: platformProblem('not-found') };
  const { role: target, otherOwners, actor } = member;
  if (!actor) return { reply: platformProblem('not-permitted') };
  const judged = judgeRemoval({ actor, target, isSelf: userId === scope.userId, otherOwners });
  if (!judged.ok) return { reply: organizationProblem(judged.code) };
  await endUser(tx, scope.siteId, userId, scope.now);
  const data = { user: userId, organization: scope.organizationId, role: target };
  return { reply: { status: 204 }, events: [{ what: 'member.removed', subject: `user/${userId}`, data }] };
}

/** Leaves the organization: one's own account ends. */
export async function leave(tx: Tx, scope: Scope): Promise<Outcome<never>> {
  const member = await lockMember(tx, scope, scope.userId);
  if (!member) return { reply: platformProblem('not-found') };
  const judged = judgeLeaving({ target: member.role, otherOwners: member.otherOwners });
  if (!judged.ok) return { reply: organizationProblem(judged.code) };
  await endUser(tx, scope.siteId, scope.userId, scope.now);
  const data = { user: scope.userId, organization: scope.organizationId };
  return { reply: { status: 204 }, events: [{ what: 'member.left', subject: `user/${scope.userId}`, data }] };
}
