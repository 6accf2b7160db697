import { createDeflateRaw, crc32 } from 'node:zlib';

const entryBytesMax = 0xffff_ffff;
const archiveBytesMax = 0xffff_ffff;
const versionNeeded = 20;
/** Sizes follow behind the data (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808;
const deflated = 8;
/** 1 January 1980, the first that the format can tell: a file of the same rows is the same file. */
const noDate = 0x0021;
const quickLevel = 1;

export type ZipEntry = { name: string; content: AsyncIterable<string> };

type Written = { name: Buffer; crc: number; packed: number; size: number; offset: number };

/**
 * Writes a zip archive as it goes: nothing of an entry is kept, its sizes stand behind its data. Without ZIP64 (Excel trips
 * over it here), so an entry and the whole have at most 4 GiB; more is thrown as a RangeError.
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { name, content } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset };
    const head = localHeader(entry);
    yield head;
    for await (const chunk of deflate(content, entry)) {
      entry.packed += chunk.length;
      yield chunk;
    }
    if (entry.size > entryBytesMax) throw new RangeError('an entry of the archive is larger than 4 GiB');
    const tail = descriptor(entry);
    yield tail;
    offset += head.length + entry.packed + tail.length;
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(centralHeader));
  if (offset + directory.length > archiveBytesMax) throw new RangeError('the archive is larger than 4 GiB');
  yield Buffer.concat([directory, endOfDirectory(written.length, directory.length, offset)]);
}

async function* deflate(content: AsyncIterable<string>, entry: Written): AsyncGenerator<Buffer> {
  const stream = createDeflateRaw({ level: quickLevel });
  const feed = (async () => {
    for await (const text of content) {
      const bytes = Buffer.from(text);
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      if (!stream.write(bytes))
        await new Promise<void>((resolve) => stream.once('drain', resolve).once('close', resolve));
      if (stream.destroyed) return;
    }
    stream.end();
  })();
  feed.catch((error: Error) => stream.destroy(error));
  try {
    yield* stream as AsyncIterable<Buffer>;
    await feed;
  } finally {
    stream.destroy();
  }
}

function localHeader({ name }: Written): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x0403_4b50, 0);
  head.writeUInt16LE(versionNeeded, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(deflated, 8);
  head.writeUInt16LE(noDate, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor({ crc, packed, size }: Written): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x0807_4b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(packed, 8);
  tail.writeUInt32LE(size, 12);
  return tail;
}

function centralHeader({ name, crc, packed, size, offset }: Written): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x0201_4b50, 0);
  head.writeUInt16LE(versionNeeded, 4);
  head.writeUInt16LE(versionNeeded, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(deflated, 10);
  head.writeUInt16LE(noDate, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
