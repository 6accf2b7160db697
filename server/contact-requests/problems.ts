import { problemsOf } from '../kernel/http/problem.ts';

/** What is refused as a whole. The words stand in domain/texts under `problems.contact-requests`. */
export const contactRequestProblem = problemsOf('contact-requests', {
  'too-many': 429,
  closed: 409,
  'not-closed': 409,
});
