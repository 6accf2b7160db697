import type { UpKind } from '../../domain/protocol/topics.ts';
import type { Entry } from '../../domain/counters/entries.ts';
import type { GatewayClient } from '../../edge/gateway/client.ts';
import type { Random } from '../kit/random.ts';
import { sayAll, type Amount } from '../kit/saying.ts';

/** Counters of the model that each message carries; the first three of its data. */
export const codes = ['total', 'colour', 'mono'] as const;
/** What a printer says from then on, one message after so long a time: so many so far. */
export type Plan = { device: number; startMs: number; spacingMs: number; messages: number };

/** Their messages fill so many days before now: no month of them is closed yet. */
const days = 9;
const dayMs = 86_400_000;
const resetEvery = 97;
const boardEvery = 61;
const glitchEvery = 31;
const manners = { underWayMax: 20, disorderMax: 15, offlineChance: 0.003 };

/** For a printer that will say so much. */
export function planOf(device: number, messagesMax: number, nowMs: number): Plan {
  const startMs = Math.floor((nowMs - days * dayMs) / 1_000) * 1_000;
  return { device, startMs, spacingMs: Math.floor((days * dayMs) / messagesMax), messages: 0 };
}

export type Said = { kind: UpKind; timeMs: number; body: Record<string, unknown> };

/**
 * What a printer says: counters that grow, begin anew with a reset or a new board, and now and then one that is read wrong once; a function
 * of device and number alone.
 */
export function messageOf(plan: Plan, index: number): Said {
  const { device, startMs, spacingMs } = plan;
  const timeMs = startMs + index * spacingMs;
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

/** Says what one printer has to say; ends when all is acknowledged. How many messages were sent. */
export function reportAll(client: GatewayClient, plan: Plan, random: Random, amount: Amount): Promise<number> {
  const say = (index: number) => {
    const { kind, body } = messageOf(plan, index);
    return client.send(kind, body);
  };
  return sayAll(client, plan, say, random, { ...manners, ...amount });
}
