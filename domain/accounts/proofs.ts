import { Temporal } from 'temporal-polyfill';
import { fail, pass, type Verdict } from '../verdict.ts';
import type { proofCodes } from './codes.ts';
import type { Life } from './policy.ts';

/** Wrong tries at one code, after which it is dead (security.md, "Accounts"). */
export const proofTriesMax = 5;

export type ProofFacts = { endsAt: Date; usedAt: Date | null; replacedAt: Date | null; tries: number };

/**
 * When a code or link that is made now stops being good. A life in days lasts to the end of that day in the
 * site's time zone: 7 days from 14 February end as 22 February begins (details.md, "E-01 link life").
 */
export function proofEnds(life: Life, now: Date, timeZone: string): Date {
  if ('minutes' in life) return new Date(now.getTime() + life.minutes * 60_000);
  if ('hours' in life) return new Date(now.getTime() + life.hours * 3_600_000);
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const end = today.add({ days: life.days + 1 }).toZonedDateTime({ timeZone });
  return new Date(end.epochMilliseconds);
}

/**
 * Whether a code or link may still be tried. Only the newest counts, once, and for five tries.
 * @returns the tries that are left, this one included.
 */
export function checkProof(proof: ProofFacts, now: Date): Verdict<number, (typeof proofCodes)[number]> {
  if (proof.usedAt) return fail('proof-used');
  if (proof.replacedAt) return fail('proof-replaced');
  if (proof.endsAt <= now) return fail('proof-over');
  return proof.tries >= proofTriesMax ? fail('proof-tries-spent') : pass(proofTriesMax - proof.tries);
}
