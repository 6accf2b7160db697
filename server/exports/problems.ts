import type { ExportCode } from '../../domain/exports/codes.ts';
import { problemsOf, type Problem, type ProblemStatus } from '../kernel/http/problem.ts';

const retryAfterSeconds = 10;

/** What the room refuses as a whole; faults of fields stand in the `errors` of a problem. */
export const exportProblems = { 'too-many': 429 } as const satisfies Partial<Record<ExportCode, ProblemStatus>>;

const exportProblem = problemsOf('exports', exportProblems);

export function tooMany(): Problem {
  return exportProblem('too-many', { retryAfterSeconds });
}
