import type { Database } from '../database.ts';
import { newId } from '../ids.ts';
import type { Logger } from '../log.ts';
import { turns } from '../turns.ts';
import { coalesced } from './coalesced.ts';
import { makeEars } from './ears.ts';
import type { Look, Turn } from './part.ts';
import { sealedSignals } from './sealed.ts';
import { openStream, type LiveStream, type StreamWish } from './stream.ts';
import { everything, readPayload, tellNodes } from './tell-nodes.ts';
import type { Signal } from './topic.ts';
import { makeWaiters, type Waiter, type WaitWish } from './waiters.ts';

/** The pool has 16 connections for everybody. */
const readsAtOnce = 4;
const looksAtOnce = 4;
/** A browser has few connections to a host, and all its tabs share them; the oldest gives way. */
export const streamsOfSessionMax = 4;
export const streamsOfSiteMax = 1_000;

/** Live updates of this node. */
export type Live = {
  /** Has whoever watches one of these, on whatever node, look again. Never fails, and nobody waits for it. */
  tell(signals: Iterable<Signal>): void;
  /** Null where too many watch already. */
  open(wish: StreamWish): Promise<ReadableStream<Uint8Array> | null>;
  /** As `open`, for a request that is held back until there is something new; it reads in its turn. */
  wait(wish: WaitWish): Promise<(Waiter & { turn: Turn }) | null>;
  /** Looks now whether all that is shown may still be seen. */
  look(): Promise<void>;
  /** Ends all streams and all waiting, as the server goes down. */
  close(): Promise<void>;
};

export function makeLive(url: string, db: Database, log: Logger): Live {
  const node = newId();
  const sealed = sealedSignals(db);
  const { streams, waiters, ...watchers } = makeWatchers(sealed.forget);
  const tellOthers = tellNodes(db, log, node);
  const readTurn = turns(readsAtOnce);
  let closed = false;

  const look = coalesced(() => lookAt(streams, log));
  const readSealed = coalesced(async () => {
    const signals = await sealed.read();
    if (signals.size === 0) return;
    watchers.tell(signals);
    await look();
  });
  const lookForEvents = () => {
    readSealed().catch((error: unknown) => log.debug({ err: error }, 'sealed events are read again'));
  };
  const ears = makeEars(url, log, {
    told: (payload) => {
      const { sender, signals } = readPayload(payload);
      if (sender !== node) watchers.tell(signals.includes(everything) ? null : new Set(signals));
    },
    sealed: lookForEvents,
    missed: () => {
      watchers.tell(null);
      lookForEvents();
      void look();
    },
    beat: () => streams.forEach((stream) => stream.beat()),
    look: () => void look(),
  });
  return {
    tell: (signals) => {
      const set = new Set(signals);
      if (closed || set.size === 0) return;
      watchers.tell(set);
      tellOthers(set);
    },
    open: async (wish) => {
      if (watchers.countAt(wish.site.id) >= streamsOfSiteMax) return null;
      ears.open();
      await sealed.begin(wish.site.id);
      makeRoom(streams, wish.session.id);
      const stream = openStream(wish, readTurn, watchers.left);
      streams.add(stream);
      if (closed) stream.end('restarting');
      return stream.body;
    },
    wait: async (wish) => {
      if (watchers.countAt(wish.siteId) >= streamsOfSiteMax) return null;
      ears.open();
      const waiter = await listening(waiters.add(wish), () => sealed.begin(wish.siteId));
      if (closed) waiters.endAll();
      return { ...waiter, turn: readTurn };
    },
    look,
    close: async () => {
      closed = true;
      watchers.end();
      await ears.close();
    },
  };
}

/** Streams, and requests that wait; `nobodyAt` is called when the last of a site has gone. */
function makeWatchers(nobodyAt: (siteId: string) => void) {
  const streams = new Set<LiveStream>();
  const countAt = (siteId: string) => countOf(streams, siteId) + waiters.countAt(siteId);
  const gone = (siteId: string) => {
    if (countAt(siteId) === 0) nobodyAt(siteId);
  };
  const waiters = makeWaiters(gone);
  return {
    streams,
    waiters,
    countAt,
    left: (stream: LiveStream) => {
      streams.delete(stream);
      gone(stream.siteId);
    },
    tell: (signals: ReadonlySet<Signal> | null) => {
      for (const stream of streams) stream.tell(signals);
      waiters.tell(signals);
    },
    end: () => {
      waiters.endAll();
      for (const stream of streams) stream.end('restarting');
    },
  };
}

/** From now on it hears what is sealed. */
async function listening(waiter: Waiter, begin: () => Promise<void>): Promise<Waiter> {
  try {
    await begin();
    return waiter;
  } catch (error) {
    waiter.leave();
    throw error;
  }
}

function countOf(streams: ReadonlySet<LiveStream>, siteId: string): number {
  let count = 0;
  for (const stream of streams) if (stream.siteId === siteId) count += 1;
  return count;
}

/** One more of this session is about to come. */
function makeRoom(streams: ReadonlySet<LiveStream>, sessionId: string): void {
  const own = [...streams].filter((stream) => stream.sessionId === sessionId);
  for (const oldest of own.slice(0, Math.max(0, own.length + 1 - streamsOfSessionMax))) oldest.end('elsewhere');
}

/** What many streams want to know of one session or one device is asked once. */
async function lookAt(streams: ReadonlySet<LiveStream>, log: Logger): Promise<void> {
  const asked = new Map<string, Promise<unknown>>();
  const ask: Look = <T>(key: string, find: () => Promise<T>) => {
    const known = (asked.get(key) as Promise<T> | undefined) ?? find();
    asked.set(key, known);
    return known;
  };
  const turn = turns(looksAtOnce);
  const failed = (error: unknown) => log.debug({ err: error }, 'a live stream is looked at again');
  await Promise.all([...streams].map((stream) => turn(() => stream.look(ask).catch(failed))));
}
