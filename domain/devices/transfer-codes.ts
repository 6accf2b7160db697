/** Why a device is not handed over (P-31), exchanged (P-32) or reported as out of use (U-06). */
export const transferCodes = [
  'device-ended',
  'transfer-running',
  'transfer-waiting',
  'transfer-over',
  'own-organization',
  'end-reported',
  'end-request-over',
  'not-ended',
  'ended-before-purchase',
  'ended-in-future',
  'not-exchangeable',
  'same-device',
  'other-kind',
] as const;
export type TransferCode = (typeof transferCodes)[number];
