import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useSessionOrNone } from '../context/session.ts';
import { useLanguage } from '../texts/texts.tsx';
import { Loading } from '../ui/states.tsx';
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
    <Suspense fallback={<Loading />}>
      <Outlet />
    </Suspense>
  );
  return (
    <ClosedGate>
      <Suspense fallback={<Loading />}>
        {session && session.owed.length === 0 && (
          <MemberFrame session={session}>
            <Suspense fallback={<Loading />}>
              <OwnPasswordFirst session={session}>{page}</OwnPasswordFirst>
            </Suspense>
          </MemberFrame>
        )}
        {session && session.owed.length > 0 && <OwingFrame session={session}>{page}</OwingFrame>}
        {!session && <PublicFrame>{page}</PublicFrame>}
      </Suspense>
    </ClosedGate>
  );
}
