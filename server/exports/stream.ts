/** How a stream ended: whole, or why not. */
export type Ending = 'whole' | 'reader-gone' | 'reader-asleep' | 'right-ended' | 'too-long' | 'failed';

export type StreamLimits = {
  /** How often it is asked whether the right still holds. */
  checkEveryMs: number;
  /** How long a reader may take nothing. */
  idleMs: number;
  /** How long the whole may take. */
  wholeMs: number;
};

export const streamLimits: StreamLimits = { checkEveryMs: 400, idleMs: 60_000, wholeMs: 30 * 60_000 };

type Streamed = {
  chunks: AsyncGenerator<Uint8Array>;
  stillAllowed: () => Promise<boolean>;
  /** Runs once, before the last byte has gone: what it fails to write down must not look complete. */
  ended: (ending: Ending, error?: unknown) => Promise<void>;
  /** Breaks the connection, so that what the reader has cannot be taken for whole. */
  cut: () => void;
  limits?: StreamLimits;
};

/** An answer's body, made as fast as the reader takes it, which is cut off when the right to it ends. */
export function streamBody({ chunks, stillAllowed, ended, cut, limits = streamLimits }: Streamed): ReadableStream {
  const startedAt = performance.now();
  let takenAt = startedAt;
  let over = false;
  let timer: NodeJS.Timeout | undefined;

  async function end(ending: Ending, error?: unknown): Promise<void> {
    if (over) return;
    over = true;
    clearTimeout(timer);
    if (ending !== 'whole') cut();
    void chunks.return(undefined).catch(() => undefined);
    await ended(ending, error).catch((failure: unknown) => {
      cut();
      throw failure;
    });
  }
  async function check(): Promise<void> {
    const now = performance.now();
    const allowed = await stillAllowed().catch(() => false);
    if (!allowed) await end('right-ended');
    else if (now - takenAt > limits.idleMs) await end('reader-asleep');
    else if (now - startedAt > limits.wholeMs) await end('too-long');
    else if (!over) watch();
  }
  function watch(): void {
    timer = setTimeout(() => void check().catch(() => undefined), limits.checkEveryMs);
  }

  watch();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        takenAt = performance.now();
        try {
          const { done, value } = await chunks.next();
          if (over) return;
          if (!done) return controller.enqueue(value);
          if (!(await stillAllowed())) return await end('right-ended');
          await end('whole');
          controller.close();
        } catch (error) {
          await end('failed', error).catch(() => undefined);
        }
      },
      cancel: () => end('reader-gone').catch(() => undefined),
    },
    { highWaterMark: 0 },
  );
}
