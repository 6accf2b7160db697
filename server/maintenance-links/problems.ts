import { problemsOf } from '../kernel/http/problem.ts';

export const maintenanceLinkProblems = {
  'dealer-unknown': 422,
  'too-many-tries': 429,
  'already-linked': 409,
  'link-over': 409,
} as const;

export const maintenanceLinkProblem = problemsOf('maintenance-links', maintenanceLinkProblems);
