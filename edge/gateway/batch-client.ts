import type { DeviceCredential } from './bootstrap.ts';
import type { GatewayClient } from './client.ts';
import { keptMessages } from './kept.ts';

const lookEveryMs = 1_000;
const batchBytesMax = 60_000;

export type BatchClientOptions = {
  /** The portal's address without a slash at the end. */
  url: string;
  site: string;
  credential: DeviceCredential;
  send?: typeof fetch;
};

/**
 * A device's end of the protocol without MQTT: what it has to say goes in batches over HTTPS, and is kept until the answer says that it is stored. It is
 * told nothing.
 */
export function batchClient({ url, site, credential, send = fetch }: BatchClientOptions): GatewayClient {
  const kept = keptMessages();
  const basic = Buffer.from(`${credential.username}:${credential.password}`).toString('base64');
  let timer: NodeJS.Timeout | null = null;
  let underWay: Promise<void> | null = null;

  const deliver = async () => {
    while (timer) {
      const batch = nextBatch();
      if (batch.length === 0) return;
      const answer = await send(`${url}/api/${site}/device-messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Basic ${basic}` },
        body: JSON.stringify({ messages: batch.map(({ kind, message }) => ({ kind, message })) }),
      });
      await answer.arrayBuffer();
      // What is refused for the moment is sent again; a message that is refused for good is named in the answer and never comes again.
      if (answer.status !== 200) return kept.sendAgain();
      for (const { seq } of batch) kept.forget(seq);
    }
  };
  const nextBatch = () => {
    const batch: { seq: number; kind: string; message: unknown }[] = [];
    let bytes = 0;
    kept.due(performance.now(), (kind, payload) => {
      const message = JSON.parse(payload) as { seq: number };
      bytes += payload.length + 40;
      if (bytes < batchBytesMax) batch.push({ seq: message.seq, kind, message });
    });
    return batch;
  };
  const pump = () => {
    if (!timer || underWay) return;
    underWay = deliver()
      .catch(() => kept.sendAgain())
      .finally(() => (underWay = null));
  };

  return {
    connect: () => {
      kept.sendAgain();
      timer ??= setInterval(pump, lookEveryMs).unref();
      pump();
    },
    send: async (kind, body) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      kept.keep(kind, body, resolve);
      pump();
      await promise;
    },
    unacknowledged: () => kept.count(),
    disconnect: async () => {
      if (timer) clearInterval(timer);
      timer = null;
      await underWay;
    },
  };
}
