import { problemsOf } from '../kernel/http/problem.ts';

/** What organizations refuse. The words stand in domain/texts under `problems.organizations`. */
export const organizationProblems = {
  'role-above-own': 403,
  'member-above-own': 403,
  'last-owner': 409,
  'own-membership': 409,
  'below-itself': 409,
  'parent-kind': 422,
  'parent-closed': 409,
  'successor-below': 422,
  'successor-kind': 422,
  'kind-not-offered': 403,
  'invitation-invalid': 422,
  'too-many-invitations': 409,
  'hand-over-running': 409,
  'hand-over-over': 409,
  'changed-since-preview': 409,
  'until-past': 422,
  'grant-there': 409,
  'not-settled': 409,
} as const;

export const organizationProblem = problemsOf('organizations', organizationProblems);
