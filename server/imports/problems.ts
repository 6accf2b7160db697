import { problemsOf } from '../kernel/http/problem.ts';

export const importProblems = {
  'unreadable-encoding': 422,
  'not-a-table': 422,
  'no-rows': 422,
  'too-many-rows': 422,
  'columns-missing': 422,
  'has-faults': 422,
  'file-changed': 409,
  expired: 404,
} as const;

export const importProblem = problemsOf('imports', importProblems);
