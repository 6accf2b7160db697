import { Worker } from 'node:worker_threads';
import type { Place } from './places.ts';

const idleMs = 60_000;
const megabytesMax = 96;
/** The list keeps what it has unpacked; after so many codes a fresh thread takes over and the memory is given back. */
const codesPerThreadMax = 200;

type Waiting = { resolve: (places: Place[]) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; waiting: Map<number, Waiting>; asked: number; idle: ReturnType<typeof setTimeout> };

let current: Thread | null = null;

/**
 * The places of a postal code, out of a list that lies in a package (P-18: no other service is asked). The list is
 * unpacked in a thread of its own which ends when nobody asks: it needs more memory than a waiting server should.
 */
export function lookUpPostalCode(postalCode: string): Promise<Place[]> {
  const thread = (current ??= startThread());
  const id = (thread.asked += 1);
  if (thread.asked >= codesPerThreadMax) current = null;
  return new Promise((resolve, reject) => {
    thread.waiting.set(id, { resolve, reject });
    thread.worker.postMessage({ id, postalCode });
  });
}

function startThread(): Thread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytesMax },
  });
  const thread: Thread = { worker, waiting: new Map(), asked: 0, idle: setTimeout(() => end(thread), idleMs) };
  worker.unref();
  thread.idle.unref();
  worker.on('message', ({ id, places }: { id: number; places: Place[] }) => {
    thread.waiting.get(id)?.resolve(places);
    thread.waiting.delete(id);
    clearTimeout(thread.idle);
    // One that gets no more codes ends with its last answer.
    if (current !== thread && thread.waiting.size === 0) end(thread);
    else thread.idle = setTimeout(() => end(thread), idleMs).unref();
  });
  worker.on('error', (error) => fail(thread, error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => fail(thread, new Error('the list of postal codes ended before it answered')));
  return thread;
}

function end(thread: Thread): void {
  if (current === thread) current = null;
  clearTimeout(thread.idle);
  void thread.worker.terminate();
}

function fail(thread: Thread, error: Error): void {
  if (current === thread) current = null;
  for (const { reject } of thread.waiting.values()) reject(error);
  thread.waiting.clear();
}
