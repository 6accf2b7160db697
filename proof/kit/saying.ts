import { setTimeout as sleep } from 'node:timers/promises';
import type { GatewayClient } from '../../edge/gateway/client.ts';
import type { Random } from './random.ts';

/** How devices of one kind say what they have to say. */
export type Manners = {
  underWayMax: number;
  /** How far a message may be out of its place. */
  disorderMax: number;
  offlineChance: number;
};
/** How much of it, and until when. */
export type Amount = {
  messagesMax: number;
  isOver: () => boolean;
  /** Between two slices a device is silent for a moment, so long at most. */
  pauseMs: number;
  settled: () => void;
};

const sliceMax = 200;
const twiceChance = 0.1;
const tenTimesChance = 0.005;

/** All that devices have to say, and no more. */
export const allOf = (messagesMax: number): Amount => ({
  messagesMax,
  isOver: () => false,
  pauseMs: 0,
  settled: () => undefined,
});

/**
 * One device says one message after the other: out of order, some twice or ten times, going offline now and then; ends when all is acknowledged. Counts
 * them in `plan`, and tells how many were sent.
 */
export async function sayAll(
  client: GatewayClient,
  plan: { messages: number },
  say: (index: number) => Promise<void>,
  random: Random,
  { underWayMax, disorderMax, offlineChance, messagesMax, isOver, pauseMs, settled }: Manners & Amount,
): Promise<number> {
  const times = () => (random.chance(tenTimesChance) ? 10 : random.chance(twiceChance) ? 2 : 1);
  const underWay = new Set<Promise<void>>();
  let sent = 0;
  while (plan.messages < messagesMax && !isOver()) {
    const first = plan.messages;
    const length = Math.min(sliceMax, messagesMax - first);
    plan.messages += length;
    const order = Array.from({ length }, (_, at) => ({ index: first + at, place: at + random.below(disorderMax) }))
      .toSorted((a, b) => a.place - b.place || a.index - b.index)
      .flatMap(({ index }) => Array.from({ length: times() }, () => index));
    sent += order.length;
    for (const index of order) {
      const one = say(index).finally(() => {
        underWay.delete(one);
        settled();
      });
      underWay.add(one);
      if (random.chance(offlineChance)) {
        await client.disconnect();
        client.connect();
      }
      if (underWay.size >= underWayMax) await Promise.race(underWay);
    }
    if (pauseMs > 0) await sleep(random.below(pauseMs));
  }
  await Promise.all(underWay);
  return sent;
}
