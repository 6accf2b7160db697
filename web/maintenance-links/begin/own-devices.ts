import { queryOptions } from '@tanstack/react-query';
import { siteId } from '../../context/address.ts';
import { listDevices } from '../../devices/requests.ts';

/** The devices of one's own from which some are chosen, so many as a link may have. */
export const ownDevicesQuery = (organization: string) =>
  queryOptions({
    queryKey: ['devices', siteId, organization, 'to-link'],
    queryFn: () => listDevices(organization, { page: 1, pageSize: 100, sort: 'serial', search: { organization } }),
    staleTime: 60_000,
  });
