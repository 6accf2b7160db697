import { readWorkbook } from './read-workbook.ts';
import type { Order } from './read-in-process.ts';

/** Runs in a process of its own: reading takes long for others to wait, and a file made to fill the memory takes only this process down. */
process.once('message', async (order: Order) => {
  const { bytes, rowsMax } = order;
  process.send?.(await readWorkbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), rowsMax));
});
