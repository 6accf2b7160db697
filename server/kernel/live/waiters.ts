import { setTimeout as sleep } from 'node:timers/promises';
import type { Signal } from './topic.ts';

/** Whoever waits at more places than these has lost some of them: the oldest is answered as though its time were over. */
export const waitersOfCallerMax = 4;
/** However much goes on, somebody who waits looks again at most so often. */
const restMs = 250;

/** A request that is held back until there is something new. `caller` names who asks, a key or a session. */
export type WaitWish = { siteId: string; caller: string; signals: readonly Signal[] };

export type Waiter = {
  /** Whether one of the signals comes within this time, or came since the last one; false as well when it is over with waiting. */
  told(withinMs: number): Promise<boolean>;
  leave(): void;
};

type Held = { siteId: string; caller: string; tell(told: ReadonlySet<Signal> | null): void; end(): void };

/** Those who wait at this node. `gone` is called when one has left. */
export function makeWaiters(gone: (siteId: string) => void) {
  const all = new Set<Held>();

  const add = ({ siteId, caller, signals }: WaitWish): Waiter => {
    const own = [...all].filter((one) => one.caller === caller);
    for (const oldest of own.slice(0, Math.max(0, own.length + 1 - waitersOfCallerMax))) oldest.end();
    const wanted = new Set(signals);
    let isTold = false;
    let isOver = false;
    let restUntilMs = 0;
    let wake = () => {};
    const held: Held = {
      siteId,
      caller,
      tell: (told) => {
        if (told?.isDisjointFrom(wanted) ?? false) return;
        isTold = true;
        wake();
      },
      end: () => {
        isOver = true;
        all.delete(held);
        wake();
      },
    };
    all.add(held);
    return {
      told: async (withinMs) => {
        const untilMs = performance.now() + withinMs;
        await sleep(Math.max(0, Math.min(restUntilMs, untilMs) - performance.now()));
        if (!isTold && !isOver) {
          const timer = new AbortController();
          const news = new Promise<void>((resolve) => (wake = resolve));
          const late = sleep(Math.max(0, untilMs - performance.now()), undefined, { signal: timer.signal });
          await Promise.race([news, late.catch(() => undefined)]);
          timer.abort();
        }
        restUntilMs = performance.now() + restMs;
        const found = isTold && !isOver;
        isTold = false;
        return found;
      },
      leave: () => {
        held.end();
        gone(siteId);
      },
    };
  };

  return {
    add,
    countAt: (siteId: string) => [...all].filter((one) => one.siteId === siteId).length,
    tell: (told: ReadonlySet<Signal> | null) => all.forEach((one) => one.tell(told)),
    endAll: () => all.forEach((one) => one.end()),
  };
}
