import { useQueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../../context/session.ts';
import { ownFactorsQuery } from './requests.ts';

/** Has the pages ask anew after a change: the list, and whether the session still owes a second factor. */
export function useFactorsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ownFactorsQuery.queryKey }),
      client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    ]);
  };
}
