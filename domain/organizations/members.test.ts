import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { roles, type Role } from '../accounts/permissions.ts';
import { judgeInvitation, judgeLeaving, judgeRemoval, judgeRoleChange } from './members.ts';

const verdict = (judged: { ok: boolean; code?: string }) => (judged.ok ? 'ok' : judged.code);

describe('P-15 who may do what to whom', () => {
  test.each<[Role, Role, string]>([
    ['owner', 'owner', 'ok'],
    ['owner', 'viewer', 'ok'],
    ['manager', 'owner', 'role-above-own'],
    ['manager', 'manager', 'ok'],
    ['manager', 'member', 'ok'],
  ])('%s invites a(n) %s: %s', (actor, role, expected) => {
    expect(verdict(judgeInvitation(actor, role))).toBe(expected);
  });

  test.each<[Role, Role, Role, number, string]>([
    ['owner', 'member', 'owner', 0, 'ok'],
    ['owner', 'owner', 'manager', 0, 'last-owner'],
    ['owner', 'owner', 'manager', 1, 'ok'],
    ['owner', 'owner', 'owner', 0, 'ok'],
    ['manager', 'owner', 'viewer', 1, 'member-above-own'],
    ['manager', 'member', 'owner', 1, 'role-above-own'],
    ['manager', 'member', 'manager', 1, 'ok'],
  ])('%s makes a(n) %s a(n) %s, %i other owners: %s', (actor, target, to, otherOwners, expected) => {
    expect(verdict(judgeRoleChange({ actor, target, isSelf: false, otherOwners }, to))).toBe(expected);
  });

  test.each<[Role, Role, boolean, number, string]>([
    ['owner', 'owner', true, 1, 'own-membership'],
    ['owner', 'owner', false, 1, 'ok'],
    ['manager', 'owner', false, 1, 'member-above-own'],
    ['manager', 'manager', false, 1, 'ok'],
  ])('%s removes a(n) %s (self: %s, %i other owners): %s', (actor, target, isSelf, otherOwners, expected) => {
    expect(verdict(judgeRemoval({ actor, target, isSelf, otherOwners }))).toBe(expected);
  });

  test.each<[Role, number, string]>([
    ['owner', 0, 'last-owner'],
    ['owner', 1, 'ok'],
    ['viewer', 0, 'ok'],
  ])('a(n) %s leaves, %i other owners: %s', (target, otherOwners, expected) => {
    expect(verdict(judgeLeaving({ target, otherOwners }))).toBe(expected);
  });
});

test('P-15 whatever is allowed, an owner stays and nobody rises above who raised them', () => {
  const role = fc.constantFrom(...roles);
  const step = fc.record({
    kind: fc.constantFrom('change', 'remove', 'leave'),
    actor: fc.nat(5),
    target: fc.nat(5),
    to: role,
  });
  fc.assert(
    fc.property(fc.array(role, { minLength: 1, maxLength: 6 }), fc.array(step, { maxLength: 30 }), (others, steps) => {
      let members: Role[] = ['owner', ...others];
      for (const { kind, actor: at, target: of, to } of steps) {
        const [actor, target] = [members[at % members.length], members[of % members.length]];
        if (!actor || !target) continue;
        const index = of % members.length;
        const otherOwners = members.filter((one, place) => one === 'owner' && place !== index).length;
        const facts = { actor, target, isSelf: at % members.length === index, otherOwners };
        const changed = kind === 'change' && judgeRoleChange(facts, to).ok;
        expect(changed && roles.indexOf(to) < roles.indexOf(actor)).toBe(false);
        if (changed) members = members.with(index, to);
        const gone = kind === 'remove' ? judgeRemoval(facts).ok : kind === 'leave' && judgeLeaving(facts).ok;
        if (gone) members = members.toSpliced(index, 1);
        expect(members).toContain('owner');
      }
    }),
  );
});
