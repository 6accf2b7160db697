import { problemsOf } from '../kernel/http/problem.ts';

/** What is refused as a whole. The words stand in domain/texts under `problems.api-keys`. */
export const apiKeyProblem = problemsOf('api-keys', { 'too-many': 409, over: 409 });
