import { problemsOf } from '../kernel/http/problem.ts';

export const readingProblems = { 'credential-wrong': 401, 'proof-wrong': 403, 'too-fast': 429 } as const;

export const readingProblem = problemsOf('readings', readingProblems);
