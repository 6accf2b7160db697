/** Why a device does not become a customer's, or a licence does not go where somebody wants it (L-05, L-06). */
export const placementCodes = [
  'none-assigned',
  'too-many-devices',
  'licence-over',
  'licence-serves',
  'device-unknown',
  'device-ended',
  'device-takes-none',
  'other-type',
  'device-served',
  'device-unserved',
] as const;
export type PlacementCode = (typeof placementCodes)[number];
