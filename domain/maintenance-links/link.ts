import { Temporal } from 'temporal-polyfill';
import { readDay } from '../exports/day-range.ts';
import type { Right } from '../organizations/options.ts';
import { fail, pass, type Verdict } from '../verdict.ts';
import type { MaintenanceLinkCode } from './codes.ts';

/** A link says its last day at most so many years ahead; without one it runs until somebody ends it. */
export const yearsAheadMax = 10;

export const linkSides = ['customer', 'dealer'] as const;
export type LinkSide = (typeof linkSides)[number];

/**
 * `running`: the dealer sees the devices; `ended-by-customer`, `ended-by-dealer`: one of them ended it; `expired`: its last day is over; `lapsed`: what it was
 * about is not the customer's any more, or an operator ended it.
 */
export const linkStates = ['running', 'ended-by-customer', 'ended-by-dealer', 'expired', 'lapsed'] as const;
export type LinkState = (typeof linkStates)[number];

export type LinkFacts = {
  /** Something of it is in force now. */
  inForce: boolean;
  endedSide: LinkSide | null;
  untilAt: Date | null;
};

/** Where a link stands at an instant (E-04): computed from what is in force and its dates, never stored. */
export function linkState({ inForce, endedSide, untilAt }: LinkFacts, now: Date): LinkState {
  if (endedSide !== null) return `ended-by-${endedSide}`;
  if (untilAt !== null && untilAt <= now) return 'expired';
  return inForce ? 'running' : 'lapsed';
}

/** What a dealer may do of the devices of a link; who may configure sees them, too. */
export function linkRights(configure: boolean): Right[] {
  return ['list', 'read', ...(configure ? (['configure'] as const) : [])];
}

/** The last day of a link, and the instant at which it is over; both null where it has none. */
export type LinkEnd = { untilOn: string | null; untilAt: Date | null };

/**
 * Reads the last day of a link, e.g. `2026-12-31`; empty for none. It is over when that day is, in `timeZone`.
 * @returns `day` where it is none, `until-past` before today, `until-far` over ten years ahead.
 */
export function readLinkEnd(
  text: string,
  today: string,
  timeZone: string,
): Verdict<LinkEnd, Extract<MaintenanceLinkCode, 'day' | 'until-past' | 'until-far'>> {
  const day = readDay(text);
  if (!day.ok) return fail('day');
  if (day.value === null) return pass({ untilOn: null, untilAt: null });
  if (day.value < today) return fail('until-past');
  const latest = Temporal.PlainDate.from(today).add({ years: yearsAheadMax }).toString();
  if (day.value > latest) return fail('until-far', { latest });
  const next = Temporal.PlainDate.from(day.value).add({ days: 1 }).toZonedDateTime(timeZone);
  return pass({ untilOn: day.value, untilAt: new Date(next.epochMilliseconds) });
}
