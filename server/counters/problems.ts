import { problemsOf } from '../kernel/http/problem.ts';

/** What is refused as a whole; faults of single fields stand in `errors`. */
export const counterProblems = { 'reading-unknown': 404, 'groups-many': 409 } as const;

export const counterProblem = problemsOf('counters', counterProblems);
