/** `waiting`: not connected at the moment, and tried again; `ended`: there is no such thing, or not any more. */
export type LiveState = 'connecting' | 'live' | 'waiting' | 'ended';

export type LiveWatcher = {
  topic: string;
  shown: (data: unknown) => void;
  /** The page asks for itself. */
  changed: () => void;
  state: (state: LiveState) => void;
};

/** Who watches which topic, and how that stood last: parts of a page that watch the same share it. */
export function makeBoard() {
  const watchers = new Set<LiveWatcher>();
  const last = new Map<string, { state: LiveState; data?: unknown }>();
  const of = (topic: string) => [...watchers].filter((one) => one.topic === topic);
  const mark = (topic: string, state: LiveState): void => {
    if (!last.has(topic)) return;
    last.set(topic, { ...last.get(topic), state });
    for (const watcher of of(topic)) watcher.state(state);
  };

  return {
    /** What is asked for: topics that somebody watches and that have not ended. */
    wanted: (): string[] => [...last].filter(([, { state }]) => state !== 'ended').map(([topic]) => topic),
    mark,
    show: (topic: string, data: unknown): void => {
      mark(topic, 'live');
      if (last.has(topic)) last.set(topic, { state: 'live', data });
      for (const watcher of of(topic)) watcher.shown(data);
    },
    change: (topic: string): void => {
      mark(topic, 'live');
      for (const watcher of of(topic)) watcher.changed();
    },
    /** Whether nobody watched the topic before. */
    add: (watcher: LiveWatcher): boolean => {
      const known = last.get(watcher.topic);
      watchers.add(watcher);
      if (!known) last.set(watcher.topic, { state: 'connecting' });
      watcher.state(known?.state ?? 'connecting');
      if (known?.data !== undefined) watcher.shown(known.data);
      return !known;
    },
    /** Whether nobody watches the topic any more. */
    remove: (watcher: LiveWatcher): boolean => {
      watchers.delete(watcher);
      const isLast = of(watcher.topic).length === 0;
      if (isLast) last.delete(watcher.topic);
      return isLast;
    },
  };
}
