import { lazy, useState, type ReactNode } from 'react';
import type { Session } from '../api/types.ts';
import { isOwnPasswordAnswered, keepOwnPasswordAnswer } from '../context/own-password.ts';

const Question = lazy(() =>
  import('../accounts/making/own-password-question.tsx').then((module) => ({ default: module.OwnPasswordQuestion })),
);

/** Stands before every page until it is answered whether somebody wants a password of their own; the address stays. */
export function OwnPasswordFirst({ session, children }: { session: Session; children: ReactNode }) {
  const { id } = session.user;
  const [answered, setAnswered] = useState(() => isOwnPasswordAnswered(id));
  // Who acts for somebody else has other things to do.
  if (!session.temporaryPassword || session.acting || answered) return children;
  return (
    <Question
      session={session}
      onAnswered={() => {
        keepOwnPasswordAnswer(id);
        setAnswered(true);
      }}
    />
  );
}
