import { problemsOf } from '../kernel/http/problem.ts';

export const exportProblems = {
  'too-many': 429,
} as const;

export const exportProblem = problemsOf('exports', exportProblems);
