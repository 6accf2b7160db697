/** Every refusal of this capability; texts in domain/texts/{ja,en}/problems.ts under `identifiers`. */
export const identifierCodes = [
  'required',
  'hex-characters',
  'hex-length',
  'phone',
  'country',
  'postal-code-japan',
  'postal-code',
  'mail-address',
  'mail-address-long',
  'text-short',
  'text-long',
  'text-control',
  'kana',
] as const;

export type IdentifierCode = (typeof identifierCodes)[number];
