import { topicsMax, type LiveMessage } from '../../../domain/live/messages.ts';
import { ApiProblem } from '../../api/problem.ts';
import { makeBoard, type LiveWatcher } from './board.ts';
import { messagesOf } from './events.ts';

export type LiveNeeds = {
  open: (topics: readonly string[], signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
  isVisible: () => boolean;
  random: () => number;
};

/** What a page adds within this time is asked for together. */
export const gatherMs = 30;
export const backoffMs = { first: 1_000, most: 30_000 } as const;
/** Who is not let in is led elsewhere by what listens to refusals. */
const refusals: readonly number[] = [401, 403, 404];

export type LiveConnection = {
  watch: (watcher: LiveWatcher) => () => void;
  /** The page was hidden or shown. */
  visibilityChanged: () => void;
};

/** The one stream of a page: opened anew when what is watched changes, when it breaks, and when the page is seen again. */
export function makeConnection({ open, isVisible, random }: LiveNeeds): LiveConnection {
  const board = makeBoard();
  let stream: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let failures = 0;

  const openIn = (milliseconds: number) => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void connect(), milliseconds);
  };
  const close = () => {
    stream?.abort();
    stream = null;
  };
  const pause = () => {
    close();
    for (const topic of board.wanted()) board.mark(topic, 'waiting');
  };
  const pauseAtLeast = (leastMs: number) => {
    pause();
    const grown = Math.min(backoffMs.most, backoffMs.first * 2 ** failures);
    failures += 1;
    openIn(Math.max(leastMs, grown * (0.5 + random() / 2)));
  };
  const take = (message: LiveMessage) => {
    if (message.kind === 'over') {
      if (message.reason === 'elsewhere') pauseAtLeast(backoffMs.most);
      else if (message.reason === 'restarting' || message.reason === 'not-taken') pauseAtLeast(0);
      // What is over for good is said by the answer to the next request, as to any other.
      else openIn(0);
      return;
    }
    failures = 0;
    if (message.kind === 'ended') board.mark(message.topic, 'ended');
    else if (message.kind === 'shown') board.show(message.topic, message.data);
    else board.change(message.topic);
  };
  const connect = async () => {
    close();
    const topics = board.wanted().slice(0, topicsMax);
    if (topics.length === 0 || !isVisible()) return;
    const own = new AbortController();
    stream = own;
    try {
      const body = await open(topics, own.signal);
      for (const topic of topics) board.mark(topic, 'live');
      for await (const message of messagesOf(body)) {
        if (stream !== own) return;
        take(message);
      }
      if (stream === own) pauseAtLeast(0);
    } catch (error) {
      if (stream !== own) return;
      if (error instanceof ApiProblem && refusals.includes(error.status)) pause();
      else pauseAtLeast(error instanceof ApiProblem ? (error.retryAfterSeconds ?? 0) * 1_000 : 0);
    }
  };
  return {
    watch: (watcher) => {
      if (board.add(watcher)) openIn(gatherMs);
      return () => {
        if (board.remove(watcher)) openIn(gatherMs);
      };
    },
    visibilityChanged: () => {
      failures = 0;
      if (!isVisible()) pause();
      else if (!stream) openIn(gatherMs);
    },
  };
}
