import { hear } from '../hear.ts';
import type { Logger } from '../log.ts';
import { sealedChannel } from '../sealer.ts';
import { liveChannel } from './tell-nodes.ts';

const beatEveryMs = 15_000;
/** What ends by its date alone is noticed within this time; whatever somebody does is noticed at once. */
const lookEveryMs = 20_000;
/** Events come in a row; one look does for those of a moment. */
const gatherMs = 50;

type Heard = {
  /** Another node says that there is something new. */
  told: (payload: string) => void;
  /** Events were sealed. */
  sealed: () => void;
  /** Anything may have happened while the database was away. */
  missed: () => void;
  beat: () => void;
  look: () => void;
};

/** What a node with streams listens to and does by the clock; nothing before somebody watches for the first time. */
export function makeEars(url: string, log: Logger, heard: Heard): { open(): void; close(): Promise<void> } {
  let hearing: { stop(): Promise<void> } | null = null;
  let timers: NodeJS.Timeout[] = [];
  let soon: NodeJS.Timeout | null = null;
  const sealed = () => {
    soon ??= setTimeout(() => {
      soon = null;
      heard.sealed();
    }, gatherMs);
  };
  return {
    open: () => {
      if (hearing) return;
      hearing = hear(url, log, 'engawa-live', { [sealedChannel]: sealed, [liveChannel]: heard.told }, heard.missed);
      timers = [setInterval(heard.beat, beatEveryMs), setInterval(heard.look, lookEveryMs)];
      for (const timer of timers) timer.unref();
    },
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      if (soon) clearTimeout(soon);
      await hearing?.stop();
    },
  };
}
