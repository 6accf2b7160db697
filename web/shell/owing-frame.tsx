import type { ReactNode } from 'react';
import type { Session } from '../api/types.ts';
import { PublicFrame } from './public-frame.tsx';
import { useSessionWatch } from './session-watch.ts';

/** Frame for somebody who is logged in but owes something first: no menu, because nothing in it would open. */
export function OwingFrame({ session, children }: { session: Session; children: ReactNode }) {
  useSessionWatch(session);
  return <PublicFrame>{children}</PublicFrame>;
}
