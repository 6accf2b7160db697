import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { siteId } from './address.ts';

/** Notices in force and the maintenance that is planned or running; the same for everybody. */
export const announcementsQuery = queryOptions({
  queryKey: ['announcements', siteId],
  queryFn: () => answer(api.GET('/api/{site}/announcements', { params: { path: { site: siteId } } })),
  staleTime: 30_000,
});

/** Asks without the session, so that a page left open is not kept logged in by it. */
export async function isOpenAgain(): Promise<boolean> {
  const response = await fetch(`/api/${siteId}/announcements`, { credentials: 'omit', cache: 'no-store' });
  if (!response.ok) return false;
  const { maintenance } = (await response.json()) as { maintenance: { running: boolean }[] };
  return maintenance.every(({ running }) => !running);
}
