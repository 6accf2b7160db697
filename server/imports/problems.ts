import { problemsOf, type Problem, type ProblemExtras } from '../kernel/http/problem.ts';
import type { Refusal } from '../../domain/verdict.ts';

/** What is refused about a file or a job as a whole; faults of cells stand in the rows. */
export const importProblems = {
  'unreadable-encoding': 422,
  'not-a-table': 422,
  'not-a-spreadsheet': 422,
  'old-spreadsheet': 422,
  'broken-spreadsheet': 422,
  'unpacked-too-large': 422,
  'no-rows': 422,
  'too-many-rows': 422,
  'too-many-columns': 422,
  'columns-missing': 422,
  'has-faults': 422,
  'file-changed': 409,
  'began-already': 409,
  'is-over': 409,
  expired: 404,
  'result-expired': 404,
} as const;

export const importProblem = problemsOf('imports', importProblems);

/** Of these a file as a whole may be refused when it is uploaded. */
export const fileCodes = [
  'unreadable-encoding',
  'not-a-table',
  'not-a-spreadsheet',
  'old-spreadsheet',
  'broken-spreadsheet',
  'unpacked-too-large',
  'no-rows',
  'too-many-rows',
  'too-many-columns',
  'columns-missing',
] as const;

export function refuseFile({ code, params }: Refusal<(typeof fileCodes)[number]>): Problem {
  const extras: ProblemExtras = params ? { params } : {};
  return importProblem(code, extras);
}

/** Why a confirmed import came to nothing, other than by faults in its rows. */
export const failures = ['gave-up', 'unexpected'] as const;
export type Failure = (typeof failures)[number];
