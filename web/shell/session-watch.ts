import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onAnswer, onRefusal } from '../api/client.ts';
import type { Session } from '../api/types.ts';
import { lastActivity, noteActivity } from '../context/activity.ts';
import { noteReason, onLoggedOutElsewhere, onSessionChangedElsewhere } from '../context/leaving.ts';
import { sessionQuery } from '../context/session.ts';

const graceMs = 5_000;

/**
 * Notices that the session has ended: by a refusal in the middle of work, by the clock when nobody asks the server any more,
 * or because another tab logged out. The page behind it then gives way to the login page, which says why.
 */
export function useSessionWatch(session: Session): void {
  const client = useQueryClient();
  const idleMs = session.idleMinutes * 60_000;

  useEffect(() => {
    noteActivity(Date.now());
    const ended = (): void => {
      noteReason(Date.now() - lastActivity() >= idleMs ? 'idle' : 'ended');
      client.setQueryData(sessionQuery.queryKey, null);
    };
    const stopRefusals = onRefusal((problem) => {
      if (problem.code === 'platform/not-logged-in') ended();
      else noteActivity(Date.now());
      // The gate knows where that is done; of acting on behalf that is over the banner tells.
      if (problem.code === 'platform/step-owed' || problem.code === 'platform/acting-ended')
        void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    });
    const stopAnswers = onAnswer((response) => {
      if (response.ok) noteActivity(Date.now());
    });
    const stopOthers = onLoggedOutElsewhere(() => location.reload());
    const stopChanges = onSessionChangedElsewhere(() => {
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    });
    return () => {
      stopRefusals();
      stopAnswers();
      stopOthers();
      stopChanges();
    };
  }, [client, idleMs]);

  useEffect(() => {
    // Some browsers bring a page that was left back as it stood; after a logout it must not show what it showed.
    const restored = (event: PageTransitionEvent): void => {
      if (event.persisted) location.reload();
    };
    window.addEventListener('pageshow', restored);
    return () => window.removeEventListener('pageshow', restored);
  }, []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const check = (): void => {
      const left = lastActivity() + idleMs + graceMs - Date.now();
      if (left > 0) timer = setTimeout(check, left);
      // Asks the server, so that what is shown is never a guess of this browser's clock.
      else {
        noteReason('idle');
        void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
        timer = setTimeout(check, idleMs);
      }
    };
    check();
    return () => clearTimeout(timer);
  }, [client, idleMs]);
}
