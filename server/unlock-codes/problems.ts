import { problemsOf } from '../kernel/http/problem.ts';

export const unlockCodeProblems = { 'too-many-reads': 429 } as const;

export const unlockCodeProblem = problemsOf('unlock-codes', unlockCodeProblems);
