/** What the rules of organizations and their people refuse (P-15, P-15a). */
export const organizationCodes = [
  'role-above-own',
  'member-above-own',
  'last-owner',
  'own-membership',
  'below-itself',
  'parent-kind',
  'parent-closed',
  'successor-below',
  'successor-kind',
] as const;
export type OrganizationCode = (typeof organizationCodes)[number];
