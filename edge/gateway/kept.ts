import type { UpKind } from '../../domain/protocol/topics.ts';

const resendAfterMs = 5_000;
/** So many are on their way at once; the others wait in memory, as a device keeps what it could not send. */
const underWayMax = 100;
const keptMax = 100_000;

type Message = { kind: UpKind; payload: string; sentAtMs: number | null; done: () => void };

/** Messages that are not acknowledged yet, in the order in which they were made. */
export type KeptMessages = {
  /** Keeps a message under the next number; `done` is called when it is acknowledged. */
  keep(kind: UpKind, body: object, done: () => void): void;
  forget(seq: number): void;
  /** Hands over what is to be sent now: what was not yet, or so long ago that it may have been lost. */
  due(nowMs: number, send: (kind: UpKind, payload: string) => void): void;
  /** Everything is to be sent again: the connection on which it was sent broke. */
  sendAgain(): void;
  count(): number;
};

/** Makes a device's memory for messages. @throws RangeError from `keep` when 100,000 wait already. */
export function keptMessages(): KeptMessages {
  const kept = new Map<number, Message>();
  let lastSeq = 0;
  return {
    keep: (kind, body, done) => {
      if (kept.size >= keptMax) throw new RangeError('the device holds as many messages as it can');
      lastSeq += 1;
      kept.set(lastSeq, { kind, payload: JSON.stringify({ seq: lastSeq, ...body }), sentAtMs: null, done });
    },
    forget: (seq) => {
      const message = kept.get(seq);
      kept.delete(seq);
      message?.done();
    },
    due: (nowMs, send) => {
      let underWay = 0;
      for (const message of kept.values()) {
        if (underWay >= underWayMax) return;
        underWay += 1;
        if (message.sentAtMs !== null && nowMs - message.sentAtMs < resendAfterMs) continue;
        message.sentAtMs = nowMs;
        send(message.kind, message.payload);
      }
    },
    sendAgain: () => {
      for (const message of kept.values()) message.sentAtMs = null;
    },
    count: () => kept.size,
  };
}
