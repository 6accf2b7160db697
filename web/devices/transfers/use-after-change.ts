import { useQueryClient } from '@tanstack/react-query';
import { changedKeys } from './requests.ts';

/** After a change of a device: nothing is shown that was true before. */
export function useAfterChange(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(changedKeys.map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })));
  };
}
