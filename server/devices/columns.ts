/** The columns that the list of devices has of its own; other capabilities bring more. */
export const ownColumns = [
  'serial',
  'model',
  'type',
  'purchasedOn',
  'warrantyUntil',
  'endedOn',
  'installation',
  'address',
  'building',
  'webPage',
  'company',
  'remarks',
  'registeredAt',
] as const;
export type OwnColumn = (typeof ownColumns)[number];
