import type { LiveMessage } from '../../../domain/live/messages.ts';
import type { AskedTopic, LiveCall, Signal } from './topic.ts';

/** One topic is read at most so often. */
export const restMs = 250;
/** After a read that failed. */
const retryMs = 2_000;

/** Asked once in a look at all streams, however many want to know. */
export type Look = <T>(key: string, ask: () => Promise<T>) => Promise<T>;
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/** One topic of a stream. */
export type Part = {
  begin(): Promise<void>;
  /** Has it read again when it watches one of these, or in any case. */
  tell(told: ReadonlySet<Signal> | null): void;
  /** Whether it may still be seen. */
  look(ask: Look): Promise<void>;
  stop(): void;
};

type Wish = {
  asked: AskedTopic;
  /** Who watches, with the scope of this moment. */
  call: () => LiveCall;
  turn: Turn;
  say: (message: LiveMessage) => void;
  /** Called once, when it is not the watcher's any more. */
  gone: () => void;
  failed: (error: unknown) => void;
};

export function watchTopic({ asked: { asked, topic }, call, turn, say, gone, failed }: Wish): Part {
  let signals: ReadonlySet<Signal> = new Set();
  let state: 'opening' | 'open' | 'over' = 'opening';
  let stale = false;
  let busy = false;
  let timer: NodeJS.Timeout | null = null;

  const stop = () => {
    state = 'over';
    if (timer) clearTimeout(timer);
  };
  const drop = () => {
    if (state === 'over') return;
    stop();
    say({ kind: 'ended', topic: asked, reason: 'not-there' });
    gone();
  };
  const watch = async (): Promise<readonly Signal[] | null> => {
    const now = call();
    return now.session.permissions.has(topic.permission) ? topic.watch(now) : null;
  };
  const rest = (milliseconds: number) => {
    if (state === 'over') return;
    timer = setTimeout(() => {
      timer = null;
      if (stale) void show();
    }, milliseconds).unref();
  };
  const show = async (): Promise<void> => {
    stale = true;
    if (busy || timer) return;
    busy = true;
    try {
      stale = false;
      const data = await turn(async () => topic.read?.(call()));
      if (state === 'over') return;
      if (data === null) drop();
      else say(data ? { kind: 'shown', topic: asked, data } : { kind: 'changed', topic: asked });
      rest(restMs);
    } catch (error) {
      failed(error);
      stale = true;
      rest(retryMs);
    } finally {
      busy = false;
    }
  };

  return {
    begin: async () => {
      const found = await watch();
      if (state === 'over') return;
      if (!found) return drop();
      signals = new Set(found);
      state = 'open';
      if (topic.read) await show();
    },
    tell: (told) => {
      if (state === 'open' && !(told?.isDisjointFrom(signals) ?? false)) void show();
    },
    look: async (ask) => {
      const { site, session } = call();
      const found = await ask(`topic ${site.id} ${session.organizationId} ${session.userId} ${asked}`, watch);
      if (found) signals = new Set(found);
      else drop();
    },
    stop,
  };
}
