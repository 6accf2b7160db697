import { useQuery } from '@tanstack/react-query';
import { siteId } from '../context/address.ts';
import { listMembers } from './requests.ts';

/** Whether the organization has one owner and no other: then nobody takes that away. */
export function useOnlyOwner(organization: string, matters: boolean): boolean {
  const { data } = useQuery({
    queryKey: ['members', siteId, organization, 'owners'],
    queryFn: () => listMembers(organization, { role: 'owner', page: 1, pageSize: 10 }),
    enabled: matters,
    staleTime: 0,
  });
  return matters && data?.total === 1;
}
