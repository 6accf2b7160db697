import { problemsOf } from '../kernel/http/problem.ts';

/** What is refused as a whole. The words stand in domain/texts under `problems.mailings`. */
export const mailingProblem = problemsOf('mailings', {
  nobody: 409,
  'notice-over': 409,
  'notice-planned': 409,
  'no-address': 409,
});
