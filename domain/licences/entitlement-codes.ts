/** Why a device does not take what it was handed as an entitlement (L-08); all are refused alike, whoever handed it over. */
export const entitlementFaults = [
  'unreadable',
  'key-unknown',
  'signature-wrong',
  'of-another',
  'older',
  'run-out',
] as const;
export type EntitlementFault = (typeof entitlementFaults)[number];

/** How a device stands: with a licence, with one that has expired, or it never had one. */
export const licenceStates = ['licensed', 'expired', 'none'] as const;
export type LicenceState = (typeof licenceStates)[number];
