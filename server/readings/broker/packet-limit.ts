import type { Duplex } from 'node:stream';

const lengthBytesMax = 4;

/**
 * Watches what a connection sends and breaks it before a packet that is too large is gathered in memory: MQTT says a packet's length at
 * its beginning, a first byte and then up to four of seven bits each.
 */
export function limitPackets(connection: Duplex, bytesMax: number): void {
  const count = packetCounter(bytesMax);
  const read = connection.read.bind(connection);
  connection.read = (size?: number) => {
    const chunk: unknown = read(size);
    if (!(chunk instanceof Uint8Array) || count(chunk)) return chunk;
    connection.destroy(new Error(`a packet of more than ${bytesMax} bytes`));
    return null;
  };
}

/** Takes the bytes of a connection in their order; false from the packet on that is too large or says its length wrongly. */
export function packetCounter(bytesMax: number): (chunk: Uint8Array) => boolean {
  let skip = 0;
  let length = 0;
  let lengthBytes = -1;
  return (chunk) => {
    for (let at = 0; at < chunk.length;) {
      if (skip > 0) {
        const passed = Math.min(skip, chunk.length - at);
        skip -= passed;
        at += passed;
        continue;
      }
      const byte = chunk[at] ?? 0;
      at += 1;
      if (lengthBytes < 0) {
        lengthBytes = 0;
        length = 0;
        continue;
      }
      length += (byte & 0x7f) * 128 ** lengthBytes;
      lengthBytes += 1;
      const more = (byte & 0x80) !== 0;
      if (length > bytesMax || (more && lengthBytes === lengthBytesMax)) return false;
      if (more) continue;
      skip = length;
      lengthBytes = -1;
    }
    return true;
  };
}
