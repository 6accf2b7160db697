import type pg from 'pg';
import {
  arrayHeadBytes,
  booleanBytes,
  lengthBytes,
  oids,
  wideBytes,
  writeArray,
  writeArrayHead,
  writeBoolean,
  writeInt64,
  writeJson,
  writeTime,
} from './binary.ts';
import { readingBytesMax, textsOf } from './copy.ts';
import type { GatheredRow } from './gather.ts';
import type { Last } from './known.ts';

/** A row with whether it is the newest of its device, and what has been until now, if that is relied on. */
export type Incoming = { row: GatheredRow; newest: boolean; last: Last | null };

/** Rows that came as one parameter, `$1`, in binary. */
export const records = 'unnest($1::reading_in[])';

const columns = 9;
const countBytes = 4;
const oidBytes = 4;

const typeOids = new WeakMap<pg.PoolClient, number>();

/** The parameter of `records`. */
export async function recordsOf(client: pg.PoolClient, incoming: readonly Incoming[]): Promise<Buffer> {
  return encodeRecords(typeOids.get(client) ?? (await findTypeOid(client)), incoming);
}

/** What the database calls the type; another one after a restore, and asked once for each connection. */
async function findTypeOid(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ oid: number }>(`select 'reading_in'::regtype::oid as oid`);
  const oid = rows[0]?.oid ?? 0;
  typeOids.set(client, oid);
  return oid;
}

function encodeRecords(typeOid: number, incoming: readonly Incoming[]): Buffer {
  const texts = incoming.map(({ row }) => textsOf(row));
  const out = Buffer.allocUnsafe(
    incoming.reduce((sum, { row }, index) => sum + recordBytesMax(row, texts[index] ?? null), arrayHeadBytes),
  );
  let at = writeArrayHead(out, 0, incoming, typeOid);
  for (const [index, one] of incoming.entries()) at = writeRecord(out, at, one, texts[index] ?? null);
  return out.subarray(0, at);
}

const recordBytesMax = (row: GatheredRow, text: Buffer | null) =>
  lengthBytes + countBytes + columns * oidBytes + 5 * wideBytes + booleanBytes + readingBytesMax(row, text);

function writeRecord(out: Buffer, start: number, { row, newest, last }: Incoming, text: Buffer | null): number {
  const { measured, marks } = row.reading;
  let at = out.writeInt32BE(columns, start + lengthBytes);
  at = writeInt64(out, out.writeInt32BE(oids.int8, at), row.deviceKey);
  at = writeTime(out, out.writeInt32BE(oids.timestamptz, at), row.timeMs);
  at = writeArray(out, out.writeInt32BE(oids.float8Array, at), measured, oids.float8);
  at = writeJson(out, out.writeInt32BE(oids.jsonb, at), text);
  at = writeArray(out, out.writeInt32BE(oids.int2Array, at), marks, oids.int2);
  at = writeTime(out, out.writeInt32BE(oids.timestamptz, at), row.receivedAt.getTime());
  at = writeBoolean(out, out.writeInt32BE(oids.bool, at), newest);
  at = writeTime(out, out.writeInt32BE(oids.timestamptz, at), last && last.timeMs);
  at = writeTime(out, out.writeInt32BE(oids.timestamptz, at), last && last.receivedMs);
  out.writeInt32BE(at - start - lengthBytes, start);
  return at;
}
