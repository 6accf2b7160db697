import { inflateRawSync } from 'node:zlib';
import { fail, pass, type Verdict } from '../../../domain/verdict.ts';

/** What the files inside may be long, all together, once they are unpacked. */
export const unpackedBytesMax = 64 * 1024 * 1024;
const entriesMax = 1_000;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endBytes = 22;
const commentBytesMax = 0xffff;
const stored = 0;
const deflated = 8;

type Entry = { name: string; method: number; packed: number; unpacked: number; at: number };
export type ZipCode = 'not-a-spreadsheet' | 'unpacked-too-large';

/**
 * Unpacks the files of a zip archive that `wanted` names. What the archive says of their length is added up before anything is
 * unpacked, and unpacking ends where a file turns out longer than it said: a small file cannot fill the memory.
 */
export function unpack(bytes: Buffer, wanted: (name: string) => boolean): Verdict<Map<string, Buffer>, ZipCode> {
  const entries = readDirectory(bytes)?.filter((entry) => wanted(entry.name));
  if (!entries) return fail('not-a-spreadsheet');
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > unpackedBytesMax) return fail('unpacked-too-large');
  const files = new Map<string, Buffer>();
  for (const entry of entries) {
    const file = unpackOne(bytes, entry);
    if (!file) return fail('not-a-spreadsheet');
    files.set(entry.name, file);
  }
  return pass(files);
}

/** The directory stands at the end of an archive, and behind it at most a comment. */
function readDirectory(bytes: Buffer): Entry[] | null {
  const from = Math.max(0, bytes.length - endBytes - commentBytesMax);
  let end = bytes.length - endBytes;
  while (end >= from && bytes.readUInt32LE(end) !== endSignature) end -= 1;
  if (end < from || end < 0) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > entriesMax) return null;
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) return null;
    const nameBytes = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameBytes),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpackOne(bytes: Buffer, { method, packed, unpacked, at }: Entry): Buffer | null {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== localSignature) return null;
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed) return null;
  if (method === stored) return packed === unpacked ? data : null;
  if (method !== deflated) return null;
  try {
    const file = inflateRawSync(data, { maxOutputLength: Math.max(1, unpacked) });
    return file.length === unpacked ? file : null;
  } catch {
    return null;
  }
}

/** An archive of these files as they are, so that whoever reads it has nothing to unpack. */
export function packStored(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, file] of files) {
    const nameBytes = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(localSignature, 0);
    local.writeUInt32LE(file.length, 18);
    local.writeUInt32LE(file.length, 22);
    local.writeUInt16LE(nameBytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(entrySignature, 0);
    entry.writeUInt32LE(file.length, 20);
    entry.writeUInt32LE(file.length, 24);
    entry.writeUInt16LE(nameBytes.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(local, nameBytes, file);
    directory.push(entry, nameBytes);
    at += local.length + nameBytes.length + file.length;
  }
  const end = Buffer.alloc(endBytes);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
