import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DraftKind } from '../../domain/drafts/kinds.ts';
import { answer, api } from '../api/client.ts';
import { siteId } from './address.ts';
import { onReopened } from './closed.ts';
import { createSaver, type SaveState } from './saver.ts';

const pauseMs = 600;

type Stored = Record<string, unknown>;

/** Last words that did not reach the server (it was closed, the session ended): taken up again when the draft is next shown. */
const unsent = new Map<string, Stored>();

export function draftQuery(draft: string) {
  return queryOptions({
    queryKey: ['draft', siteId, draft],
    queryFn: () => answer(api.GET('/api/{site}/drafts/{draft}', { params: { path: { site: siteId, draft } } })),
    staleTime: Infinity,
  });
}

export async function createDraft(kind: DraftKind, values: Stored): Promise<string> {
  const draft = await answer(
    api.POST('/api/{site}/drafts', { params: { path: { site: siteId } }, body: { kind, values } }),
  );
  return draft.id;
}

function put(draft: string, values: Stored, keepalive = false): Promise<unknown> {
  return answer(
    api.PUT('/api/{site}/drafts/{draft}', { params: { path: { site: siteId, draft } }, body: { values }, keepalive }),
  );
}

function keepOrSend(draft: string, unsaved: Stored): void {
  unsent.set(draft, unsaved);
  const arrived = (): void => {
    if (unsent.get(draft) === unsaved) unsent.delete(draft);
  };
  void put(draft, unsaved, true).then(arrived, () => undefined);
}

export type Draft<V> = {
  values: V;
  /** Null where nothing is kept. */
  state: SaveState | null;
  /** Takes a change over and stores it when typing pauses. */
  change: (change: Partial<V>) => void;
  /** Takes a change over and waits until it is stored. */
  commit: (change: Partial<V>) => Promise<void>;
};

/** A wizard's values, kept on the server while they are typed; `read` makes sense of what is stored. */
export function useDraft<V extends Record<keyof V, unknown>>(draft: string, read: (stored: Stored) => V): Draft<V> {
  const client = useQueryClient();
  const { data } = useSuspenseQuery(draftQuery(draft));
  const [values, setValues] = useState(() => read(unsent.get(draft) ?? data.values));
  const [state, setState] = useState<SaveState>('saved');
  const newest = useRef(values);

  const saver = useMemo(
    () =>
      createSaver<V>(
        async (next) => {
          const stored: Stored = next;
          await put(draft, stored);
          unsent.delete(draft);
          client.setQueryData(draftQuery(draft).queryKey, (old) => old && { ...old, values: stored });
        },
        pauseMs,
        setState,
      ),
    [client, draft],
  );

  useEffect(() => {
    // The last words typed before a page is closed or reloaded still arrive.
    const leave = (): void => {
      const unsaved = saver.unsaved();
      if (unsaved) keepOrSend(draft, unsaved);
    };
    const again = (): void => {
      const unsaved = saver.unsaved();
      if (unsaved) void saver.now(unsaved).catch(() => undefined);
    };
    if (unsent.has(draft)) saver.later(newest.current);
    window.addEventListener('pagehide', leave);
    const stopListening = onReopened(again);
    return () => {
      window.removeEventListener('pagehide', leave);
      stopListening();
      leave();
    };
  }, [draft, saver]);

  function take(change: Partial<V>): V {
    newest.current = { ...newest.current, ...change };
    setValues(newest.current);
    return newest.current;
  }
  return {
    values,
    state,
    change: (change) => saver.later(take(change)),
    commit: (change) => saver.now(take(change)),
  };
}
