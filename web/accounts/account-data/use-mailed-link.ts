import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';

/** The token of a mailed link, which stands behind `#` so that it reaches no server log, and what the server says of it. */
export function useMailedLink<T>(
  name: string,
  check: (token: string) => Promise<T>,
): { token: string; link: UseQueryResult<T>; done: boolean; setDone: () => void } {
  const [token] = useState(() => location.hash.slice(1));
  const [done, setDone] = useState(false);
  const link = useQuery({
    queryKey: [name, token],
    queryFn: () => check(token),
    enabled: token !== '' && !done,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  return { token, link, done, setDone: () => setDone(true) };
}
