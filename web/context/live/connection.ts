import { parseMessage, topicsMax, type LiveMessage } from '../../../domain/live/messages.ts';
import { ApiProblem } from '../../api/problem.ts';

/** `waiting`: not connected at the moment, and tried again; `ended`: there is no such thing, or not any more. */
export type LiveState = 'connecting' | 'live' | 'waiting' | 'ended';

export type LiveWatcher = {
  topic: string;
  shown(data: unknown): void;
  /** The page asks for itself. */
  changed(): void;
  state(state: LiveState): void;
};

export type LiveNeeds = {
  open(topics: readonly string[], signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  isVisible(): boolean;
  random(): number;
};

/** What a page adds within this time is asked for together. */
export const gatherMs = 30;
export const backoffMs = { first: 1_000, most: 30_000 } as const;
const elsewhereMs = backoffMs.most;

export type LiveConnection = {
  watch(watcher: LiveWatcher): () => void;
  /** The page was hidden or shown. */
  visibilityChanged(): void;
};

/** The one stream of a page: opened anew when what is watched changes, when it breaks, and when the page is seen again. */
export function makeConnection({ open, isVisible, random }: LiveNeeds): LiveConnection {
  const watchers = new Set<LiveWatcher>();
  const last = new Map<string, { state: LiveState; data?: unknown }>();
  let stream: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let failures = 0;

  const wanted = () => [...new Set([...watchers].map(({ topic }) => topic))].filter((one) => !isEnded(one));
  const isEnded = (topic: string) => last.get(topic)?.state === 'ended';
  const of = (topic: string) => [...watchers].filter((one) => one.topic === topic);
  const mark = (topic: string, state: LiveState) => {
    last.set(topic, { ...last.get(topic), state });
    for (const watcher of of(topic)) watcher.state(state);
  };
  const openIn = (milliseconds: number) => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      void connect();
    }, milliseconds);
  };
  const close = () => {
    stream?.abort();
    stream = null;
  };
  const pause = () => {
    close();
    for (const topic of wanted()) mark(topic, 'waiting');
  };
  const waitAfter = (leastMs: number | null) => {
    pause();
    const grown = Math.min(backoffMs.most, backoffMs.first * 2 ** failures);
    failures += 1;
    openIn(Math.max(leastMs ?? 0, grown * (0.5 + random() / 2)));
  };

  const take = (message: LiveMessage) => {
    if (message.kind === 'over') {
      // What is over for good is said by the answer to the next request, as to any other.
      if (message.reason === 'elsewhere') waitAfter(elsewhereMs);
      else if (message.reason === 'restarting' || message.reason === 'not-taken') waitAfter(null);
      else openIn(0);
      return;
    }
    failures = 0;
    if (message.kind === 'ended') return mark(message.topic, 'ended');
    if (message.kind === 'shown') last.set(message.topic, { state: 'live', data: message.data });
    mark(message.topic, 'live');
    for (const watcher of of(message.topic))
      if (message.kind === 'shown') watcher.shown(message.data);
      else watcher.changed();
  };
  const connect = async () => {
    close();
    const topics = wanted().slice(0, topicsMax);
    if (topics.length === 0 || !isVisible()) return;
    const own = new AbortController();
    stream = own;
    try {
      const body = await open(topics, own.signal);
      for (const topic of topics) if (last.get(topic)?.state !== 'ended') mark(topic, 'live');
      for await (const message of messagesOf(body)) {
        if (stream !== own) return;
        take(message);
      }
      if (stream === own) waitAfter(null);
    } catch (error) {
      if (stream !== own) return;
      // Who is not let in is led elsewhere by what listens to refusals.
      const refused = error instanceof ApiProblem && [401, 403, 404].includes(error.status);
      if (refused) pause();
      else waitAfter(error instanceof ApiProblem ? (error.retryAfterSeconds ?? 0) * 1_000 : null);
    }
  };

  return {
    watch: (watcher) => {
      const known = last.get(watcher.topic);
      const isNew = of(watcher.topic).length === 0;
      watchers.add(watcher);
      if (isNew) last.set(watcher.topic, { state: 'connecting' });
      else if (known?.data !== undefined) watcher.shown(known.data);
      watcher.state(isNew ? 'connecting' : (known?.state ?? 'connecting'));
      if (isNew) openIn(gatherMs);
      return () => {
        watchers.delete(watcher);
        if (of(watcher.topic).length > 0) return;
        last.delete(watcher.topic);
        openIn(gatherMs);
      };
    },
    visibilityChanged: () => {
      failures = 0;
      if (isVisible() && !stream) openIn(gatherMs);
      if (!isVisible()) pause();
    },
  };
}

async function* messagesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<LiveMessage> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const message = parseMessage(event);
        if (message) yield message;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
