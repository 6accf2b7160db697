import { fail, pass, type Verdict } from '../verdict.ts';
import type { RegistrationCode } from './codes.ts';

/** What is known of a serial number when somebody wants to register it. */
export type DeviceFact = {
  /** The site's data have its model. */
  modelKnown: boolean;
  shippedOn: string | null;
  locked: boolean;
  /** Null where the model has no claim code, else whether the right one was given. */
  claimed: boolean | null;
  /** Whose it is now, if anybody's; `own`: the caller's. */
  owner: 'own' | 'other' | null;
};

/**
 * Whether a device may be registered (U-03, P-30): only if it was manufactured, once, by one organization, with proof of
 * possession where its model has a claim code. Not made, locked, taken and without the code read alike; only one's own is told as such.
 */
export function decideRegistration(
  fact: DeviceFact | null,
): Verdict<DeviceFact, Extract<RegistrationCode, 'not-registrable' | 'registered-already'>> {
  if (fact?.owner === 'own') return fail('registered-already');
  const free = fact !== null && fact.modelKnown && !fact.locked && fact.owner === null && fact.claimed !== false;
  return free ? pass(fact) : fail('not-registrable');
}

/** A date of purchase is not before the day on which the unit left the factory (U-07). */
export function checkPurchase(
  purchasedOn: string,
  shippedOn: string | null,
): Verdict<string, Extract<RegistrationCode, 'purchased-before-shipping'>> {
  const early = purchasedOn !== '' && shippedOn !== null && purchasedOn < shippedOn;
  return early ? fail('purchased-before-shipping', { shippedOn: shippedOn ?? '' }) : pass(purchasedOn);
}
