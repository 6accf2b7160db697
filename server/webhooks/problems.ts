import { problemsOf } from '../kernel/http/problem.ts';

/** What is refused as a whole. The words stand in domain/texts under `problems.webhooks`. */
export const webhookProblem = problemsOf('webhooks', { 'too-many': 409, 'is-off': 409 });
