import { problemsOf } from '../kernel/http/problem.ts';

/** What is refused as a whole. The words stand in domain/texts under `problems.maintenance-addresses`. */
export const maintenanceAddressProblem = problemsOf('maintenance-addresses', {
  'link-invalid': 422,
  'proved-already': 409,
});
