import { roles, type Role } from '../accounts/permissions.ts';
import { fail, pass, type Verdict } from '../verdict.ts';
import type { OrganizationCode } from './codes.ts';

/** What a rule needs to know of a member and of who decides about them. */
export type MemberFacts = {
  actor: Role;
  target: Role;
  isSelf: boolean;
  /** Owners beside the target. */
  otherOwners: number;
};

type Judged = Verdict<null, OrganizationCode>;

/** Whether `one` may do more than `other`. */
function isAbove(one: Role, other: Role): boolean {
  return roles.indexOf(one) < roles.indexOf(other);
}

/** Whether the actor may invite somebody as `role` (P-15): nobody gives more than they have. */
export function judgeInvitation(actor: Role, role: Role): Judged {
  return isAbove(role, actor) ? fail('role-above-own') : pass(null);
}

/**
 * Whether the actor may give the target another role (P-15). Nobody raises anyone above themselves, nobody touches who stands
 * above them, and an organization always has an owner.
 */
export function judgeRoleChange({ actor, target, otherOwners }: MemberFacts, to: Role): Judged {
  if (isAbove(target, actor)) return fail('member-above-own');
  if (isAbove(to, actor)) return fail('role-above-own');
  return target === 'owner' && to !== 'owner' && otherOwners === 0 ? fail('last-owner') : pass(null);
}

/** Whether the actor may remove the target; oneself one does not remove but leaves. */
export function judgeRemoval({ actor, target, isSelf, otherOwners }: MemberFacts): Judged {
  if (isSelf) return fail('own-membership');
  if (isAbove(target, actor)) return fail('member-above-own');
  return target === 'owner' && otherOwners === 0 ? fail('last-owner') : pass(null);
}

/** Whether somebody may leave: the last owner hands over first, or closes the organization. */
export function judgeLeaving({ target, otherOwners }: Pick<MemberFacts, 'target' | 'otherOwners'>): Judged {
  return target === 'owner' && otherOwners === 0 ? fail('last-owner') : pass(null);
}
