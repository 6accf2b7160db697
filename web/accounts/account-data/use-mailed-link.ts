import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';

export type MailedLink<T> = {
  token: string;
  link: UseQueryResult<T>;
  /** What came of it, out of the address: the page is drawn anew when the session ends by it. */
  done: string | null;
  setDone: (result: string) => Promise<void>;
};

/** The token of a mailed link, which stands behind `#` so that it reaches no server log, and what the server says of it. */
export function useMailedLink<T>(name: string, check: (token: string) => Promise<T>): MailedLink<T> {
  // Out of the router, so that another link pasted into the same tab is another one.
  const { hash: token } = useLocation();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const done = typeof search.done === 'string' ? search.done : null;
  const link = useQuery({
    queryKey: [name, token],
    queryFn: () => check(token),
    enabled: token !== '' && done === null,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  return {
    token,
    link,
    done,
    setDone: (result) => navigate({ to: '.', search: { done: result }, hash: '', replace: true }),
  };
}
