import { Worker } from 'node:worker_threads';
import { fail, type Verdict } from '../../../domain/verdict.ts';
import type { Workbook, WorkbookCode } from './read-workbook.ts';

const memoryMb = 512;
const withinMs = 30_000;

type Read = Verdict<Workbook, WorkbookCode>;

let last: Promise<unknown> = Promise.resolve();

/** Reads an .xlsx file in a thread with bounded memory and time, one file after the other; one that needs more is refused. */
export function readExcel(bytes: Uint8Array, rowsMax: number): Promise<Read> {
  const read = last.then(() => readAlone(bytes, rowsMax));
  last = read;
  return read;
}

function readAlone(bytes: Uint8Array, rowsMax: number): Promise<Read> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { bytes, rowsMax },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      execArgv: [],
    });
    const timer = setTimeout(() => {
      resolve(fail('unpacked-too-large'));
      void worker.terminate();
    }, withinMs);
    worker.once('message', resolve);
    worker.once('error', (error) => {
      const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      resolve(fail(memory ? 'unpacked-too-large' : 'broken-spreadsheet'));
    });
    worker.once('exit', () => clearTimeout(timer));
  });
}
