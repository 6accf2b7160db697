/** Every refusal of this capability that has a text under `problems.toner`. */
export const tonerCodes = ['manager-unknown'] as const;

/** Why nobody can say when a supply will be empty. */
export const unknownReasons = ['no-level', 'few-days', 'no-use', 'far'] as const;
export type UnknownReason = (typeof unknownReasons)[number];
