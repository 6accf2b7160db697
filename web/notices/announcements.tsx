import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { announcementsQuery } from '../context/announcements.ts';
import { Waiting } from '../ui/waiting.tsx';

// Fetched only where there is something to announce: most days there is not, and the login page stays light.
const MaintenanceList = lazy(() => import('./announced.tsx').then((module) => ({ default: module.MaintenanceList })));
const NoticeList = lazy(() => import('./announced.tsx').then((module) => ({ default: module.NoticeList })));

/** Planned and running maintenance; nothing where there is none. A page does not fail because these could not be read. */
export function Maintenance() {
  const { data } = useQuery(announcementsQuery);
  if (!data || data.maintenance.length === 0) return null;
  return (
    <Waiting fallback={null}>
      <MaintenanceList windows={data.maintenance} />
    </Waiting>
  );
}

/** The notices in force, newest first, and the way to all of them. */
export function CurrentNotices() {
  const { data } = useQuery(announcementsQuery);
  if (!data || data.notices.length === 0) return null;
  return (
    <Waiting fallback={null}>
      <NoticeList notices={data.notices} />
    </Waiting>
  );
}
