import { useEffect, useRef, useState } from 'react';
import { unattendedHeader } from '../../../domain/live/messages.ts';
import { answer, api } from '../../api/client.ts';
import { siteId } from '../address.ts';
import type { LiveState } from './board.ts';
import { makeConnection, type LiveConnection } from './connection.ts';

const connections = new Map<string, LiveConnection>();

/** One stream for all that a page shows of an organization. */
function connectionOf(organization: string): LiveConnection {
  const known = connections.get(organization);
  if (known) return known;
  const made = makeConnection({
    open: async (topics, signal) => {
      const asked = api.GET('/api/{site}/organizations/{organization}/live', {
        params: { path: { site: siteId, organization }, query: { topics: topics.join(',') } },
        headers: { [unattendedHeader]: 'yes' },
        parseAs: 'stream',
        signal,
      });
      return (await answer(asked)) as ReadableStream<Uint8Array>;
    },
    isVisible: () => document.visibilityState === 'visible',
    random: Math.random,
  });
  document.addEventListener('visibilitychange', () => made.visibilityChanged());
  connections.set(organization, made);
  return made;
}

export type LiveView<T> = {
  state: LiveState;
  /** What was shown last, if the topic shows anything; it stays while the connection is tried again, and goes when the right to see it has gone. */
  data: T | undefined;
};

/**
 * Watches a topic for as long as the page is there and seen; null watches nothing. `changed` is called for topics that only say that
 * something is new, and once whenever the connection is there anew; wrap what it asks for in `byItself`.
 */
export function useLive<T = never>(organization: string, topic: string | null, changed?: () => void): LiveView<T> {
  const [kept, setKept] = useState<LiveView<T> & { of: string }>({ of: '', state: 'connecting', data: undefined });
  const of = `${organization} ${topic ?? ''}`;
  const latest = useRef(changed);
  useEffect(() => {
    latest.current = changed;
  });
  useEffect(() => {
    if (topic === null) return undefined;
    let before: LiveState = 'connecting';
    return connectionOf(organization).watch({
      topic,
      shown: (data) => setKept({ of, state: 'live', data: data as T }),
      changed: () => latest.current?.(),
      state: (state) => {
        if (state === 'live' && before === 'waiting') latest.current?.();
        before = state;
        setKept((now) => ({ of, state, data: now.of === of && state !== 'ended' ? now.data : undefined }));
      },
    });
  }, [organization, topic, of]);
  return kept.of === of ? kept : { state: 'connecting', data: undefined };
}
