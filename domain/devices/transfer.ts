import { Temporal } from 'temporal-polyfill';
import { fail, pass, type Verdict } from '../verdict.ts';
import type { TransferCode } from './transfer-codes.ts';

/** Days in which an offered device can be taken over (P-31). */
export const offerDays = 14;

/** How a hand-over came to its end. `overtaken`: something else happened to the device; `expired`: nobody took it in time. */
export const transferOutcomes = ['accepted', 'declined', 'withdrawn', 'cancelled', 'overtaken', 'expired'] as const;
export type TransferOutcome = (typeof transferOutcomes)[number];
/** What ends a hand-over by somebody's will, without the device passing on. */
export type TransferEnd = Extract<TransferOutcome, 'declined' | 'withdrawn' | 'cancelled'>;

export type TransferSpan = { opensAt: Date; expiresAt: Date; outcome: TransferOutcome | null };
/** `waiting`: ordered by an operator, and the owner's time to speak up still runs; `open`: can be taken over. */
export type TransferState = TransferOutcome | 'waiting' | 'open';

/** Where a hand-over stands at an instant: computed from its dates, never stored. */
export function transferState({ opensAt, expiresAt, outcome }: TransferSpan, now: Date): TransferState {
  if (outcome !== null) return outcome;
  if (now < opensAt) return 'waiting';
  return now < expiresAt ? 'open' : 'expired';
}

export function isRunning(span: TransferSpan, now: Date): boolean {
  const state = transferState(span, now);
  return state === 'waiting' || state === 'open';
}

/**
 * From when until when a device can be taken over: an owner's offer at once, an operator's order after `waitingDays`, in which the owner
 * can speak up. Days are civil days of the site, so that a waiting period is as long over a change of clocks.
 */
export function transferSpan(now: Date, waitingDays: number, timeZone: string): { opensAt: Date; expiresAt: Date } {
  const from = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const opens = from.add({ days: waitingDays });
  const instant = (at: Temporal.ZonedDateTime) => new Date(at.epochMilliseconds);
  return { opensAt: instant(opens), expiresAt: instant(opens.add({ days: offerDays })) };
}

export type TransferFacts = {
  /** Its end of use was said by an operator. */
  ended: boolean;
  /** Another hand-over of it runs. */
  running: boolean;
  /** Its end of use was reported and nobody has decided yet. */
  endReported: boolean;
};

/** Whether a hand-over of a device may begin (P-31, U-06): one at a time, and of one that is in use. */
export function judgeTransfer(
  facts: TransferFacts,
): Verdict<true, Extract<TransferCode, 'device-ended' | 'transfer-running' | 'end-reported'>> {
  if (facts.ended) return fail('device-ended');
  if (facts.running) return fail('transfer-running');
  if (facts.endReported) return fail('end-reported');
  return pass(true);
}

export type WarrantyFacts = { purchasedOn: string | null; warrantyUntil: string | null };

/** What a new owner takes over of the warranty, by the site's rule; without it neither its day nor its end is known. */
export function warrantyAfter(facts: WarrantyFacts, follows: { warranty: boolean }): WarrantyFacts {
  return follows.warranty ? facts : { purchasedOn: null, warrantyUntil: null };
}
