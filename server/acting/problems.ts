import { problemsOf } from '../kernel/http/problem.ts';

/** What acting on behalf refuses. The words stand in domain/texts under `problems.acting`. */
export const actingProblems = { 'not-granted': 403 } as const;

export const actingProblem = problemsOf('acting', actingProblems);
