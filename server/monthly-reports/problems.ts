import { problemsOf } from '../kernel/http/problem.ts';

/** What is refused as a whole. The words stand in domain/texts under `problems.monthly-reports`. */
export const monthlyReportProblem = problemsOf('monthly-reports', { 'no-address': 409 });
