import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { announcementsQuery } from '../context/announcements.ts';

// Fetched only where there is something to announce: most days there is not, and the login page stays light.
const MaintenanceList = lazy(() => import('./announced.tsx').then((module) => ({ default: module.MaintenanceList })));
const NoticeList = lazy(() => import('./announced.tsx').then((module) => ({ default: module.NoticeList })));

/** Planned and running maintenance; nothing where there is none. A page does not fail because these could not be read. */
export function Maintenance() {
  const { data } = useQuery(announcementsQuery);
  if (!data || data.maintenance.length === 0) return null;
  return (
    <Suspense>
      <MaintenanceList windows={data.maintenance} />
    </Suspense>
  );
}

/** The notices in force, newest first, and the way to all of them. */
export function CurrentNotices() {
  const { data } = useQuery(announcementsQuery);
  if (!data || data.notices.length === 0) return null;
  return (
    <Suspense>
      <NoticeList notices={data.notices} />
    </Suspense>
  );
}
