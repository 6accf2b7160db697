import { parseMessage } from '../../../domain/protocol/message.ts';
import type { UpKind } from '../../../domain/protocol/topics.ts';
import type { Arrived } from '../intake/item.ts';

/** What a payload says, or what is wrong with it. */
export function readArrived(kind: UpKind, payload: Uint8Array): Arrived {
  const read = parseMessage(kind, payload);
  if (read.ok) return { message: read.value };
  const seq = read.params?.['seq'];
  return { fault: read.code, seq: typeof seq === 'number' ? seq : null };
}
