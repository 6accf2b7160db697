export type SaveState = 'saved' | 'saving' | 'failed';

type Put<V> = (values: V) => Promise<void>;

export type Saver<V> = {
  /** Stores what stands now once typing has paused. */
  later: (values: V) => void;
  /** Stores at once; refuses with what the server refused. */
  now: (values: V) => Promise<void>;
  /** What has not reached the server yet, or null. */
  unsaved: () => V | null;
};

/** Stores the newest state and never two at a time, so that an older one cannot arrive last. */
export function createSaver<V>(put: Put<V>, pauseMs: number, onState: (state: SaveState) => void): Saver<V> {
  let waiting: V | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();

  function store(): Promise<void> {
    clearTimeout(timer);
    last = last
      .catch(() => undefined)
      .then(async () => {
        const values = waiting;
        if (values === null) return;
        onState('saving');
        try {
          await put(values);
        } catch (problem) {
          onState('failed');
          throw problem;
        }
        if (waiting === values) waiting = null;
        onState('saved');
      });
    return last;
  }

  return {
    later(values) {
      waiting = values;
      clearTimeout(timer);
      timer = setTimeout(() => void store().catch(() => undefined), pauseMs);
    },
    now(values) {
      waiting = values;
      return store();
    },
    unsaved: () => waiting,
  };
}
