/** What a unit can say about a key; the first three are faults of form. */
export const verifyCodes = [
  'required',
  'hex-characters',
  'hex-length',
  'mistyped',
  'unknown-version',
  'not-for-this-unit',
] as const;

/** Why an activation key is not turned into a registration key (K-04). */
export const issueCodes = [
  'not-issued-here',
  'repeated-number',
  'unknown-activation-key',
  'other-category',
  'bound-to-other-device',
  'bound-to-own-device',
  'held-after-restore',
  'product-not-offered',
  'slots-used-up',
] as const;
export type IssueCode = (typeof issueCodes)[number];

export const triesCodes = ['too-many-tries'] as const;

/** What stands against making activation keys in the portal (K-13). */
export const batchCodes = ['batch-size'] as const;

/** Why an operator's request about activation keys is refused as a whole. */
export const activationKeyCodes = [
  'already-delivered',
  'nothing-unused',
  'not-bound',
  'moved-meanwhile',
  'same-device',
  'category-unknown',
  'product-unknown',
] as const;

/** Every refusal of this capability that has a text under `problems.registration-keys`. */
export const registrationKeyCodes = [
  ...issueCodes,
  ...triesCodes,
  ...batchCodes,
  ...activationKeyCodes,
  'mistyped',
  'unknown-version',
  'not-for-this-unit',
] as const;
