import { Suspense, useEffect, useReducer, type ReactNode } from 'react';
import { Loading } from './states.tsx';

/** For so long after a fallback came React keeps what was waited for back, so that not too much flickers (react-dom's `FALLBACK_THROTTLE_MS`). */
const heldBackMs = 300;

type Props = { fallback?: ReactNode; children: ReactNode };

/**
 * `Suspense` that shows what it waits for as soon as it is there. Most answers take a tenth of what React would hold them back, and
 * `Loading` says nothing in that time, so that there is nothing to flicker. While the fallback stands, each frame asks anew.
 */
export function Waiting({ fallback = <Loading />, children }: Props) {
  const [, look] = useReducer((count: number) => count + 1, 0);
  return (
    <Suspense
      fallback={
        <>
          <EachFrame run={look} />
          {fallback}
        </>
      }
    >
      {children}
    </Suspense>
  );
}

function EachFrame({ run }: { run: () => void }) {
  useEffect(() => {
    const untilMs = performance.now() + heldBackMs;
    const next = (): number =>
      requestAnimationFrame(() => {
        run();
        if (performance.now() < untilMs) frame = next();
      });
    let frame = next();
    return () => cancelAnimationFrame(frame);
  }, [run]);
  return null;
}
