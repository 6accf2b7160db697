import { readFile } from 'node:fs/promises';

const pieceBytes = 64 * 1024;

/** Files while somebody is sent them. */
const sent = new Map<string, WeakRef<Promise<Buffer>>>();

/**
 * A file as the body of an answer, piece by piece as it is taken. All who are sent it at a time share its bytes, so that many who take them slowly,
 * or not at all, hold no more of the memory than one does.
 */
export async function fileBody(path: string): Promise<{ length: number; body: ReadableStream<Uint8Array> }> {
  const reading = sent.get(path)?.deref() ?? readFile(path);
  sent.set(path, new WeakRef(reading));
  reading.catch(() => sent.delete(path));
  const { length } = await reading;
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const bytes = await reading;
      if (at < length) controller.enqueue(bytes.subarray(at, (at += pieceBytes)));
      if (at >= length) controller.close();
    },
  });
  return { length, body };
}
