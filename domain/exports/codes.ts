/** Every refusal of this capability that has a text under `problems.exports`. */
export const exportCodes = ['too-many', 'day', 'from-after-to'] as const;
export type ExportCode = (typeof exportCodes)[number];
