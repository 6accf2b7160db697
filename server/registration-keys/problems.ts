import { problemsOf } from '../kernel/http/problem.ts';

/** What issuing refuses as a whole; faults of single entries stand in its `errors`. */
export const registrationKeyProblems = {
  'issue-refused': 422,
  'too-many-tries': 429,
} as const;

export const registrationKeyProblem = problemsOf('registration-keys', registrationKeyProblems);
