export const periodCodes = [
  'period-unreadable',
  'period-backwards',
  'period-future',
  'period-before-kept',
  'months-many',
  'days-many',
] as const;
export type PeriodCode = (typeof periodCodes)[number];

export const groupNameCodes = ['name-empty', 'name-long', 'name-character'] as const;
export type GroupNameCode = (typeof groupNameCodes)[number];

/** Every refusal of this capability that has a text under `problems.counters`. */
export const counterCodes = [
  ...periodCodes,
  ...groupNameCodes,
  'name-taken',
  'groups-many',
  'grouped-already',
  'group-unknown',
  'zone-unknown',
  'device-unknown',
  'counter-unknown',
  'reading-unknown',
  'paper-none',
] as const;
