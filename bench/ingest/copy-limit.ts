import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const rowsPerCommit = 5_000;
const rowBytes = 2 + 4 + 8 + 4 + 8 + 4 + 2 + 4 + 8;
const head = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const tail = Buffer.from([0xff, 0xff]);
const epochMs = Date.UTC(2000, 0, 1);

/** Makes the narrow table of the limit: one row for each value, with a key, partitioned by month as readings are. */
export async function makeNarrow(owner: pg.Client, from: Date, until: Date): Promise<void> {
  await owner.query(`
    drop table if exists bench_narrow;
    create table bench_narrow (device bigint not null, metric smallint not null, at timestamptz not null, value float8 not null,
      primary key (device, at, metric)) partition by range (at);
    create table bench_narrow_part partition of bench_narrow for values from ('${from.toISOString()}') to ('${until.toISOString()}')`);
}

export type Load = { devices: number; messages: number; valuesPerMessage: number; startMs: number };

/**
 * L_copy (decisions.md "Storage of readings"): COPY in binary of so many values, 5,000 rows a commit; values a second. Everything is made before the clock runs, so that
 * what is measured is the database and not who feeds it. With several connections the batches are shared out.
 */
export async function copyNarrow(clients: readonly pg.Client[], load: Load): Promise<number> {
  const batches = makeBatches(load);
  const started = performance.now();
  await Promise.all(
    clients.map(async (client, first) => {
      for (let at = first; at < batches.length; at += clients.length)
        await pipeline([batches[at]], client.query(copyFrom('copy bench_narrow from stdin (format binary)')));
    }),
  );
  return (load.devices * load.messages * load.valuesPerMessage) / ((performance.now() - started) / 1000);
}

function makeBatches({ devices, messages, valuesPerMessage, startMs }: Load): Buffer[] {
  const messagesPerCommit = rowsPerCommit / valuesPerMessage;
  const batches: Buffer[] = [];
  let rows: Buffer[] = [];
  for (let message = 0; message < messages; message += 1)
    for (let device = 0; device < devices; device += 1) {
      const row = Buffer.alloc(rowBytes * valuesPerMessage);
      for (let metric = 0; metric < valuesPerMessage; metric += 1)
        writeRow(row, metric * rowBytes, device, metric, startMs + message * 1_000, message + metric);
      rows.push(row);
      if (rows.length < messagesPerCommit && (message < messages - 1 || device < devices - 1)) continue;
      batches.push(Buffer.concat([head, ...rows, tail]));
      rows = [];
    }
  return batches;
}

function writeRow(out: Buffer, start: number, device: number, metric: number, timeMs: number, value: number): void {
  let at = out.writeInt16BE(4, start);
  at = out.writeBigInt64BE(BigInt(device), out.writeInt32BE(8, at));
  at = out.writeInt16BE(metric, out.writeInt32BE(2, at));
  at = out.writeBigInt64BE(BigInt(timeMs - epochMs) * 1000n, out.writeInt32BE(8, at));
  out.writeDoubleBE(value, out.writeInt32BE(8, at));
}
