import type { UpKind } from '../../domain/protocol/topics.ts';
import type { Entry } from '../../domain/counters/entries.ts';
import type { GatewayClient } from '../../edge/gateway/client.ts';
import type { Random } from '../kit/random.ts';

/** Counters of the model that each message carries; the first three of its data. */
export const codes = ['total', 'colour', 'mono'] as const;
export type Plan = { device: number; startMs: number; messages: number };

/** Their messages fill so many days before now: no month of them is closed yet. */
const days = 9;
const dayMs = 86_400_000;
const resetEvery = 97;
const boardEvery = 61;
const glitchEvery = 31;
const underWayMax = 20;
const twiceChance = 0.1;
const offlineChance = 0.003;
/** How far a message may be out of its place. */
const disorderMax = 15;

export function planOf(device: number, messages: number, nowMs: number): Plan {
  return { device, messages, startMs: Math.floor((nowMs - days * dayMs) / 1_000) * 1_000 };
}

const spacingMs = ({ messages }: Plan) => Math.floor((days * dayMs) / messages);

export type Said = { kind: UpKind; timeMs: number; body: Record<string, unknown> };

/**
 * What a printer says: counters that grow, begin anew with a reset or a new board, and now and then one that is read wrong once; a function
 * of device and number alone.
 */
export function messageOf(plan: Plan, index: number): Said {
  const { device, startMs } = plan;
  const timeMs = startMs + index * spacingMs(plan);
  const time = timeMs;
  if (index > 0 && index % resetEvery === 0) return { kind: 'events', timeMs, body: { time, event: 'counters-reset' } };
  if (index > 0 && index % boardEvery === 0) return { kind: 'events', timeMs, body: { time, event: 'board-changed' } };
  const since = index % resetEvery;
  const sinceBoard = index % boardEvery;
  const base = Math.min(since, sinceBoard) * (7 + (device % 5)) + device;
  const wrong = index % glitchEvery === glitchEvery - 1 ? 0.5 : 1;
  const colour = Math.floor(base / 3);
  const values = {
    total: Math.floor(base * wrong),
    colour: Math.floor(colour * wrong),
    mono: Math.floor((base - colour) * wrong),
  };
  return { kind: 'counters', timeMs, body: { time, values } };
}

/** The same as entries of a ledger, in the order of time. */
export function entriesOf(plan: Plan): Entry[] {
  return Array.from({ length: plan.messages }, (_, index): Entry => {
    const { kind, timeMs, body } = messageOf(plan, index);
    if (kind === 'events')
      return { number: index, timeMs, cause: body['event'] === 'board-changed' ? 'board' : 'reset', values: [] };
    const values = body['values'] as Record<(typeof codes)[number], number>;
    return { number: index, timeMs, cause: 'reported', values: codes.map((code) => values[code]) };
  });
}

/** Says everything of one printer: out of order, some of it twice, going offline now and then; ends when all is acknowledged. */
export async function reportAll(client: GatewayClient, plan: Plan, random: Random): Promise<number> {
  const order = Array.from({ length: plan.messages }, (_, index) => ({
    index,
    place: index + random.below(disorderMax),
  }))
    .toSorted((a, b) => a.place - b.place || a.index - b.index)
    .flatMap(({ index }) => (random.chance(twiceChance) ? [index, index] : [index]));
  const underWay = new Set<Promise<void>>();
  for (const index of order) {
    const { kind, body } = messageOf(plan, index);
    const one = client.send(kind, body).finally(() => underWay.delete(one));
    underWay.add(one);
    if (random.chance(offlineChance)) {
      await client.disconnect();
      client.connect();
    }
    if (underWay.size >= underWayMax) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  return order.length;
}
