import { Temporal } from 'temporal-polyfill';

/**
 * The last day of a warranty (U-07): the date of purchase + the model's months − 1 day. A month that has no such day ends
 * earlier: 12 months from 29 February last until 27 February.
 * @param purchasedOn a civil day such as `2026-11-01`; null: not known, so no end is shown.
 */
export function warrantyUntil(purchasedOn: string | null, months: number | undefined): string | null {
  if (purchasedOn === null || months === undefined) return null;
  return Temporal.PlainDate.from(purchasedOn).add({ months }).subtract({ days: 1 }).toString();
}

/**
 * Whether an edited date of purchase makes a warranty longer than it was or would have been (U-07): then operators are told.
 * A device without a date counts from the day of its registration.
 */
export function lengthensWarranty(
  { purchasedOn, registeredOn }: { purchasedOn: string | null; registeredOn: string },
  next: string | null,
): boolean {
  return next !== null && next > (purchasedOn ?? registeredOn);
}

export type WarrantyState = 'none' | 'running' | 'over';

/** How a warranty stands on a civil day. */
export function warrantyState(until: string | null, today: string): WarrantyState {
  if (until === null) return 'none';
  return until >= today ? 'running' : 'over';
}
