import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { createGunzip, createGzip, constants } from 'node:zlib';

/** What a frame of a backup holds; one letter on the disk. */
export type FrameKind = 'header' | 'table' | 'rows' | 'file' | 'end';
export type Frame = { kind: FrameKind; bytes: Buffer };

const letters: Record<FrameKind, string> = { header: 'H', table: 'T', rows: 'R', file: 'F', end: 'E' };
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind as FrameKind]));
const prefixBytes = 5;
const frameBytesMax = 64 * 1024 * 1024;

/** A backup that is cut off, altered, or none at all; nothing was done with it. */
export class BrokenBackup extends Error {
  override name = 'BrokenBackup';
}

export type FrameWriter = {
  write(kind: FrameKind, content: Buffer | object): Promise<void>;
  /** Writes the last frame with the hash over all before it. */
  end(content: object): Promise<void>;
};

/** Packs frames (letter, length, bytes) with gzip into `out`, hashing them on their way. */
export function frameWriter(out: Writable): FrameWriter {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  const hash = createHash('sha256');
  // What breaks behind the packing is met by whoever writes or ends.
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  gzip.on('error', broken.reject);
  out.on('error', broken.reject);
  const closed = new Promise<void>((resolve) => void out.once('close', resolve));
  gzip.pipe(out);
  const put = async (kind: FrameKind, content: Buffer | object) => {
    const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
    if (bytes.length > frameBytesMax) throw new Error(`a ${kind} of ${bytes.length} bytes does not fit a backup`);
    const prefix = Buffer.alloc(prefixBytes);
    prefix.write(letters[kind], 'latin1');
    prefix.writeUInt32BE(bytes.length, 1);
    hash.update(prefix).update(bytes);
    gzip.write(prefix);
    if (!gzip.write(bytes)) await Promise.race([new Promise((resolve) => gzip.once('drain', resolve)), broken.promise]);
  };
  return {
    write: put,
    end: async (content) => {
      await put('end', { ...content, sha256: hash.copy().digest('hex') });
      gzip.end();
      await Promise.race([closed, broken.promise]);
    },
  };
}

/** The frames of a backup in order. Throws `BrokenBackup` at the first thing that is not as it was written; the last frame is the proof of all. */
export async function* readFrames(path: string): AsyncGenerator<Frame> {
  const hash = createHash('sha256');
  let ended = false;
  try {
    for await (const frame of cut(createReadStream(path).pipe(createGunzip()))) {
      if (ended) throw new BrokenBackup('something follows its end');
      if (frame.kind === 'end') {
        ended = true;
        if (readJson<{ sha256: string }>(frame).sha256 !== hash.digest('hex'))
          throw new BrokenBackup('its hash is not that of its content');
      } else hash.update(frame.prefix).update(frame.bytes);
      yield frame;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new BrokenBackup(`it cannot be unpacked (${error.message})`, { cause: error });
    throw error;
  }
  if (!ended) throw new BrokenBackup('it ends too early');
}

/** The JSON in a frame. */
export function readJson<T>({ kind, bytes }: Frame): T {
  try {
    return JSON.parse(bytes.toString('utf8')) as T;
  } catch (error) {
    throw new BrokenBackup(`the ${kind} in it is no JSON`, { cause: error });
  }
}

async function* cut(stream: AsyncIterable<Buffer>): AsyncGenerator<Frame & { prefix: Buffer }> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  const take = (count: number): Buffer => {
    const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held);
    held = all.length > count ? [all.subarray(count)] : [];
    heldBytes -= count;
    return all.subarray(0, count);
  };
  let prefix: Buffer | null = null;
  for await (const chunk of stream) {
    held.push(chunk);
    heldBytes += chunk.length;
    for (;;) {
      if (prefix === null) {
        if (heldBytes < prefixBytes) break;
        prefix = take(prefixBytes);
      }
      const kind = kinds.get(String.fromCharCode(prefix[0] ?? 0));
      const length = prefix.readUInt32BE(1);
      if (!kind || length > frameBytesMax) throw new BrokenBackup('it is no backup of Engawa, or was altered');
      if (heldBytes < length) break;
      yield { kind, bytes: take(length), prefix };
      prefix = null;
    }
  }
  if (prefix !== null || heldBytes > 0) throw new BrokenBackup('it ends in the middle');
}
