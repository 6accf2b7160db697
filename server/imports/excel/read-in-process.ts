import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fail, type Verdict } from '../../../domain/verdict.ts';
import type { Workbook, WorkbookCode } from './read-workbook.ts';

const memoryMb = 512;
const withinMs = 30_000;

const program = fileURLToPath(new URL('./reader-process.ts', import.meta.url));

export type Read = Verdict<Workbook, WorkbookCode>;
export type Order = { bytes: Uint8Array; rowsMax: number };

let last: Promise<unknown> = Promise.resolve();

/**
 * Reads an .xlsx file in a process with bounded memory and time, one file after the other; one that needs more is refused.
 * A thread would not do: V8 aborts the whole process when a thread outgrows its limit faster than it is noticed.
 */
export function readExcel(bytes: Uint8Array, rowsMax: number): Promise<Read> {
  const read = last.then(() => readAlone({ bytes, rowsMax }));
  last = read;
  return read;
}

function readAlone(order: Order): Promise<Read> {
  return new Promise((resolve) => {
    const reader = fork(program, {
      execArgv: [`--max-old-space-size=${memoryMb}`],
      // It reads what strangers hand over: nothing that the server knows goes with it.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      timeout: withinMs,
      killSignal: 'SIGKILL',
    });
    reader.once('message', (read) => {
      resolve(read as Read);
      reader.disconnect();
    });
    // After an answer this changes nothing. A signal is V8's, the system's or ours: no memory or no time was left.
    reader.once('close', (_, signal) => resolve(fail(signal === null ? 'broken-spreadsheet' : 'unpacked-too-large')));
    reader.once('error', () => resolve(fail('broken-spreadsheet')));
    reader.send(order, () => undefined);
  });
}
