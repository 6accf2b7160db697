import { answer, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';
import type { BegunWork } from '../context/descriptor.ts';

const keptMs = 24 * 60 * 60 * 1000;
const lookedAtMax = 25;

/** Files of the own organization that were read and not confirmed yet, while they are kept. */
export async function filesToConfirm(organization: string): Promise<(BegunWork & { id: string; at: string })[]> {
  const path = { site: siteId, organization };
  const { items } = await answer(
    api.GET('/api/{site}/organizations/{organization}/imports', {
      params: { path, query: { page: 1, pageSize: lookedAtMax } },
    }),
  );
  const isKept = (createdAt: string) => Date.now() - new Date(createdAt).getTime() < keptMs;
  return items
    .filter(({ own, state, createdAt }) => own && state === 'previewed' && isKept(createdAt))
    .map(({ id, fileName, page, createdAt }) => ({
      id,
      at: createdAt,
      detail: fileName,
      path: page,
      params: { import: id },
    }));
}
