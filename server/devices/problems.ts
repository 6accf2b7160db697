import { problemsOf } from '../kernel/http/problem.ts';

/** What is refused as a whole; faults of single entries stand in its `errors`. */
export const deviceProblems = {
  'registration-refused': 422,
  'too-many-tries': 429,
  'file-refused': 422,
  'device-ended': 409,
  'transfer-running': 409,
  'transfer-waiting': 409,
  'transfer-over': 409,
  'end-reported': 409,
  'end-request-over': 409,
  'not-ended': 409,
} as const;

export const deviceProblem = problemsOf('devices', deviceProblems);
