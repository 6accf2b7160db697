import { ApiProblem } from '../../api/problem.ts';

/** Whether what was refused stands at the first or the last period of a question. */
export function isAtPeriods(problem: unknown): boolean {
  return (
    problem instanceof ApiProblem && problem.faults.some(({ pointer }) => pointer === '/from' || pointer === '/to')
  );
}
