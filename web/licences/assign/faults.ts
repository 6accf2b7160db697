import { ApiProblem } from '../../api/problem.ts';

/** What the server refused, and the step at which it is put right; `day` is on the step of the check itself. */
export type AssignFault = { step: 'licences' | 'customer' | 'day'; text: string };

export function assignFaults(reason: unknown): AssignFault[] {
  if (!(reason instanceof ApiProblem)) return [];
  return reason.faults.flatMap(({ pointer, text }): AssignFault[] => {
    if (pointer === '/customer') return [{ step: 'customer', text }];
    if (pointer === '/day') return [{ step: 'day', text }];
    return pointer.startsWith('/lines') ? [{ step: 'licences', text }] : [];
  });
}
