import { open, readFile, rename } from 'node:fs/promises';
import type { z } from 'zod';

/** What a device remembers over a restart. */
export type Memory<S> = {
  state: () => S;
  /** Remembers the state that is made of the newest one and gives the answer when it is on the disk; `next` null changes nothing. */
  change: <T>(make: (state: S) => { next: S | null; answer: T }) => Promise<T>;
};

/** Opens the memory in a file; a device without one is `fresh` from the factory. A broken file stops the start. */
export async function openMemory<S extends object>(path: string, schema: z.ZodType<S>, fresh: S): Promise<Memory<S>> {
  let state: S = await readState(path, schema, fresh);
  let last: Promise<void> = Promise.resolve();
  // One change after the other; what a page shows is on the disk already.
  const change: Memory<S>['change'] = (make) => {
    const mine = last.then(async () => {
      const { next, answer } = make(state);
      if (next !== null) {
        await writeState(path, next);
        state = next;
      }
      return answer;
    });
    last = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  };
  return { state: () => state, change };
}

async function readState<S>(path: string, schema: z.ZodType<S>, fresh: S): Promise<S> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return fresh;
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success)
    throw new Error(`${path} is not the memory of a unit; take it away to start as fresh from the factory`);
  return parsed.data;
}

/** Replaces the memory so that a power cut leaves either the old or the new one whole. */
async function writeState(path: string, state: unknown): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(state, null, 2));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
