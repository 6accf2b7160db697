import { useRef, useState } from 'react';

export type Action = {
  busy: boolean;
  /** What the last run failed with, or null. */
  problem: unknown;
  /** Runs `work` unless a run is under way; a failure that `explain` takes over (returns true) is not shown as a problem. */
  run: (work: () => Promise<unknown>, explain?: (problem: unknown) => boolean) => Promise<void>;
};

/** Something a press starts: busy while it runs, deaf to a second press, and its failure kept to be shown. */
export function useAction(): Action {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function run(work: () => Promise<unknown>, explain?: (problem: unknown) => boolean): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (reason) {
      if (!explain?.(reason)) setProblem(reason);
    }
    running.current = false;
    setBusy(false);
  }
  return { busy, problem, run };
}
