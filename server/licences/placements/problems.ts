import { problemsOf } from '../../kernel/http/problem.ts';

/** What is refused as a whole; what speaks against a device stands at its field. */
export const placementProblems = {
  'licence-over': 409,
  'licence-serves': 409,
} as const;

export const placementProblem = problemsOf('licences', placementProblems);
