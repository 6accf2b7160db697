import { problemsOf } from '../kernel/http/problem.ts';

/** What is refused of a maintenance window as a whole; faults of single fields stand in `errors`. */
export const maintenanceProblems = {
  overlaps: 409,
  'too-many-planned': 409,
  'window-over': 409,
  'running-already': 409,
  'not-running': 409,
} as const;

export const maintenanceProblem = problemsOf('operations', maintenanceProblems);
