import type { BegunWork } from '../context/descriptor.ts';
import { listLinks } from './requests.ts';

/** Links that nobody of the dealer's has opened, for the home page. */
export async function newLinks(organization: string): Promise<(BegunWork & { id: string; at: string })[]> {
  const { items } = await listLinks(organization, { text: '', side: 'dealer', isNew: 'yes', page: 1, pageSize: 10 });
  return items.map(({ id, other, begunAt }) => ({
    id,
    at: begunAt,
    detail: other.name,
    path: '/o/$organization/maintenance-links/$link',
    params: { organization, link: id },
  }));
}
