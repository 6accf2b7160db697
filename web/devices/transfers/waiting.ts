import type { BegunWork } from '../../context/descriptor.ts';
import { listTransfers } from './requests.ts';

const shownMax = 10;

/** Devices that wait to be taken over, for the home page. */
export async function offersToTake(organization: string): Promise<(BegunWork & { id: string; at: string })[]> {
  const { items } = await listTransfers(organization, { side: 'received', page: 1, pageSize: shownMax });
  return items
    .filter(({ state }) => state === 'open')
    .map(({ id, serial, begunAt }) => ({
      id,
      at: begunAt,
      detail: serial,
      path: '/o/$organization/transfers/$transfer',
      params: { organization, transfer: id },
    }));
}
