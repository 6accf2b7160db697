import type { Params } from '../verdict.ts';
import type { Value } from './body.ts';
import type { DownKind } from './topics.ts';

/** What goes down to a device, by topic. Devices ignore fields they do not know. */
export type Down =
  /** The message with this number is stored for good: the device may forget it. */
  | { kind: 'ack'; seq: number }
  /** A message, or a part of it, was not taken; it need not be sent again. `code` is out of a closed list. */
  | { kind: 'error'; code: string; seq?: number; params?: Params }
  /** Settings that the device shall take; it answers on `reported` with the same version. */
  | { kind: 'desired'; version: number; values: Record<string, Value> }
  /** What devices may do, each as a compact JWS: the device's own, or those of the devices that are used with it (L-08). */
  | { kind: 'entitlement'; entitlements: string[] }
  /** The server's time, and how far the device's own is ahead of it (below zero: behind), both in milliseconds. */
  | { kind: 'time'; time: string; aheadMs: number };

/** The topic's kind and the payload of what is sent down. */
export function formatDown({ kind, ...body }: Down): { kind: DownKind; payload: string } {
  return { kind, payload: JSON.stringify(body) };
}
