import { problemsOf } from '../kernel/http/problem.ts';

/** What is refused as a whole; faults of single entries stand in its `errors`. */
export const deviceProblems = {
  'registration-refused': 422,
  'too-many-tries': 429,
  'file-refused': 422,
} as const;

export const deviceProblem = problemsOf('devices', deviceProblems);
