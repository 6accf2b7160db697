import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { lazy, useCallback, useEffect, useState, type ReactNode } from 'react';
import { onRefusal } from '../api/client.ts';
import { tellReopened } from '../context/closed.ts';
import { Waiting } from '../ui/waiting.tsx';

const ClosedPage = lazy(() => import('./closed-page.tsx').then((module) => ({ default: module.ClosedPage })));

/**
 * When maintenance is met in the middle of work its page stands over everything. What was there stays as it is below,
 * unseen, so that nothing typed is lost; when the site is open again it goes on where it was (P-04).
 */
export function ClosedGate({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const router = useRouter();
  const [until, setUntil] = useState<string | null>(null);

  useEffect(
    () =>
      onRefusal((problem) => {
        if (problem.code === 'platform/maintenance') setUntil(String(problem.params['endsAt'] ?? ''));
      }),
    [],
  );
  const reopen = useCallback(async (): Promise<void> => {
    setUntil(null);
    tellReopened();
    await client.resetQueries({ predicate: ({ state }) => state.status === 'error' });
    await client.invalidateQueries();
    await router.invalidate();
  }, [client, router]);

  return (
    <>
      <div hidden={until !== null}>{children}</div>
      {until !== null && (
        <Waiting fallback={null}>
          <ClosedPage until={until} onReopen={reopen} />
        </Waiting>
      )}
    </>
  );
}
