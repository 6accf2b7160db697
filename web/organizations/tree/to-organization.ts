import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { siteId } from '../../context/address.ts';

/** After a change of an organization: its page, which says what was done, with nothing shown that was true before. */
export function useToOrganization(organization: string, other: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (done: 'moved' | 'closed' | 'granted'): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['organization', siteId, organization] });
    await client.invalidateQueries({ queryKey: ['organizations', siteId] });
    const params = { organization, other };
    await navigate({ to: '/o/$organization/organizations/$other', params, search: { done }, replace: true });
  };
}
