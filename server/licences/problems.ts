import { problemsOf } from '../kernel/http/problem.ts';

/** What licences refuse beside faults of fields. The words stand in domain/texts under `problems.licences`. */
export const licenceProblems = {
  'plan-over': 409,
  'too-many-plans': 409,
  'order-differs': 409,
  'order-unknown': 409,
  'refund-differs': 409,
  'nothing-to-refund': 409,
  'none-above': 409,
  'shop-signature': 401,
  'shop-time': 401,
  'rehearsal-day': 422,
  'rehearsal-large': 422,
  'licences-gone': 409,
} as const;

export const licenceProblem = problemsOf('licences', licenceProblems);
