import { Outlet } from '@tanstack/react-router';
import { lazy, useEffect } from 'react';
import { useSessionOrNone } from '../context/session.ts';
import { useLanguage } from '../texts/texts.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { OwingFrame } from './owing-frame.tsx';
import { ClosedGate } from './closed-gate.tsx';
import { OwnPasswordFirst } from './own-password-first.tsx';
import { PublicFrame } from './public-frame.tsx';

const MemberFrame = lazy(() => import('./member-frame.tsx').then((module) => ({ default: module.MemberFrame })));

/** Around every page: for visitors a plain frame, for members one with menu and account. */
export function Root() {
  const session = useSessionOrNone();
  const { setLanguage } = useLanguage();
  const own = session?.user.language;
  useEffect(() => {
    if (own) setLanguage(own);
    // Only when the person changes; not when the language is chosen on the page, which is stored by then.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [own]);

  const page = (
    <Waiting>
      <Outlet />
    </Waiting>
  );
  return (
    <ClosedGate>
      <Waiting>
        {session && session.owed.length === 0 && (
          <MemberFrame session={session}>
            <Waiting>
              <OwnPasswordFirst session={session}>{page}</OwnPasswordFirst>
            </Waiting>
          </MemberFrame>
        )}
        {session && session.owed.length > 0 && <OwingFrame session={session}>{page}</OwingFrame>}
        {!session && <PublicFrame>{page}</PublicFrame>}
      </Waiting>
    </ClosedGate>
  );
}
