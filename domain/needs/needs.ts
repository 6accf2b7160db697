import type { OrganizationKind, Permission } from '../accounts/permissions.ts';

/** `first`: nothing waits for it; it is how somebody begins, and goes once they have. */
export const urgencies = ['now', 'soon', 'later', 'first'] as const;
export type Urgency = (typeof urgencies)[number];

type Rule = {
  urgency: Urgency;
  /** Who may see it and have it counted; the page it leads to asks for a permission that goes with this one. */
  permission: Permission;
  /** Whose people need to do something about it; all, when left out. */
  kinds?: readonly OrganizationKind[];
};

const outside = ['dealer', 'customer'] as const;
const rules = {
  alarms: { urgency: 'now', permission: 'alarms:read' },
  silence: { urgency: 'now', permission: 'alarms:read' },
  'jobs-failing': { urgency: 'now', permission: 'maintenance:manage' },
  'webhooks-failing': { urgency: 'now', permission: 'webhooks:manage' },
  'licences-over': { urgency: 'now', permission: 'licences:read', kinds: ['customer'] },
  'settings-overdue': { urgency: 'now', permission: 'device-settings:change' },
  'requests-open': { urgency: 'soon', permission: 'contact-requests:answer' },
  'mails-failed': { urgency: 'soon', permission: 'accounts:read' },
  'end-reports': { urgency: 'soon', permission: 'devices:manage' },
  'renewals-open': { urgency: 'soon', permission: 'licence-renewals:read' },
  'licences-ending': { urgency: 'soon', permission: 'licences:read', kinds: ['customer'] },
  'toner-low': { urgency: 'soon', permission: 'toner:read', kinds: outside },
  'api-keys-ending': { urgency: 'soon', permission: 'api-keys:manage' },
  'invitations-over': { urgency: 'later', permission: 'members:manage' },
  'batches-unconfirmed': { urgency: 'later', permission: 'activation-keys:generate' },
  'first-device': { urgency: 'first', permission: 'devices:register', kinds: ['customer'] },
  'first-registration-key': { urgency: 'first', permission: 'registration-keys:issue', kinds: outside },
} as const satisfies Record<string, Rule>;

/** What may need somebody when they log in (P-38), the most urgent first. */
export const needKinds = Object.keys(rules) as NeedKind[];
export type NeedKind = keyof typeof rules;

/** Nothing is counted any further: whoever has more begins somewhere all the same. */
export const needCountMax = 100;

/** The rule of a kind. */
export function needRule(kind: NeedKind): Rule {
  return rules[kind];
}

/** Whether people of such an organization with these permissions are asked to do something about it. */
export function concerns(kind: NeedKind, who: { kind: OrganizationKind; permissions: ReadonlySet<Permission> }) {
  const { permission, kinds } = needRule(kind);
  return who.permissions.has(permission) && (kinds?.includes(who.kind) ?? true);
}

/** `subject` names the one that waits longest, where there is no list of them. */
export type Counted = { count: number; subject?: string };
export type Need = Counted & { kind: NeedKind; urgency: Urgency; countCapped: boolean };

/**
 * What needs somebody, the most urgent first, out of how many there are of each kind; above `needCountMax` they may have been counted only as far as to
 * know that. What is nothing is left out.
 */
export function needsOf(counts: ReadonlyMap<NeedKind, Counted>): Need[] {
  return needKinds.flatMap((kind) => {
    const counted = counts.get(kind);
    if (!counted || counted.count === 0) return [];
    const { count } = counted;
    const { urgency } = needRule(kind);
    return [{ ...counted, kind, urgency, count: Math.min(count, needCountMax), countCapped: count > needCountMax }];
  });
}
