import { parentPort, workerData } from 'node:worker_threads';
import { readWorkbook } from './read-workbook.ts';

/** Runs in a thread of its own: reading takes long for others to wait, and a file made to fill the memory takes only this thread down. */
const { bytes, rowsMax } = workerData as { bytes: Uint8Array; rowsMax: number };
parentPort?.postMessage(await readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), rowsMax));
