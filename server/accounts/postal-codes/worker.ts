import { parentPort } from 'node:worker_threads';
import { getAddress } from 'yubin';
import { placesOf } from './places.ts';

/** Answers each postal code that it is sent with its places. */
parentPort?.on('message', ({ id, postalCode }: { id: number; postalCode: string }) => {
  parentPort?.postMessage({ id, places: placesOf(getAddress(postalCode)) });
});
