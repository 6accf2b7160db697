import { ApiProblem } from '../../api/problem.ts';

export type LinkField = 'dealer' | 'phone' | 'devices' | 'until';
export type LinkFault = { field: LinkField; text: string };

const fields: readonly LinkField[] = ['dealer', 'phone', 'devices', 'until'];

/** What the server refused, field by field; a pair that no dealer has stands at the login ID, for which of the two is wrong is not said. */
export function linkFaults(reason: unknown): LinkFault[] {
  if (!(reason instanceof ApiProblem)) return [];
  if (reason.code === 'maintenance-links/dealer-unknown' || reason.code === 'maintenance-links/too-many-tries')
    return [{ field: 'dealer', text: reason.message }];
  return reason.faults.flatMap(({ pointer, text }) => {
    const field = fields.find((one) => pointer === `/${one}`);
    return field ? [{ field, text }] : [];
  });
}
