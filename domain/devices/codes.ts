import { transferCodes } from './transfer-codes.ts';

/** Why a device is not registered (U-03). `not-registrable`: not made, taken, ended, locked, of another site or without the right claim code. */
export const registrationCodes = [
  'not-registrable',
  'registered-already',
  'parent-unknown',
  'parent-not-for-model',
  'parent-missing',
  'purchased-before-shipping',
  'purchased-in-future',
  'time-zone-unknown',
  'time-zone-fixed',
  'host-form',
  'web-page-form',
  'web-page-elsewhere',
] as const;
export type RegistrationCode = (typeof registrationCodes)[number];

/** What is refused as a whole. */
export const deviceTriesCodes = ['too-many-tries', 'registration-refused', 'file-refused'] as const;

/** What is wrong in a file of the factory, or in a search. */
export const deviceFileCodes = [
  'model-unknown',
  'claim-code-missing',
  'claim-code-unused',
  'serial-of-other-model',
] as const;

/** Every refusal of this capability that has a text under `problems.devices`. */
export const deviceCodes = [
  ...registrationCodes,
  ...deviceTriesCodes,
  ...deviceFileCodes,
  ...transferCodes,
  'serial-form',
  'serial-check-digit',
  'day',
] as const;
