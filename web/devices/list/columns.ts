/** Columns that the list has of its own; others come from other capabilities, by key. */
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

export function isOwn(key: string): key is OwnColumn {
  return ownColumns.some((one) => one === key);
}

/** Conditions beside those of other capabilities' columns. */
export const ownConditions = [
  'serial',
  'model',
  'type',
  'purchasedFrom',
  'purchasedTo',
  'ended',
  'warranty',
  'installation',
  'address',
  'building',
  'company',
  'remarks',
  'lengthened',
] as const;
export type OwnCondition = (typeof ownConditions)[number];
