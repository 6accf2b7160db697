import { problemsOf } from '../kernel/http/problem.ts';

/** What is refused as a whole; faults of single entries stand in its `errors`. */
export const registrationKeyProblems = {
  'issue-refused': 422,
  'too-many-tries': 429,
  'already-delivered': 409,
  'nothing-unused': 409,
  'moved-meanwhile': 409,
  'not-bound': 409,
  'file-refused': 422,
} as const;

export const registrationKeyProblem = problemsOf('registration-keys', registrationKeyProblems);
