/** How long a code is: a value of ten bits, or so many decimal digits. */
export const codeLengths = ['bits10', 'digits6', 'digits8'] as const;
export type CodeLength = (typeof codeLengths)[number];

type Layout = {
  /** Codes run from 0 to one below this. */
  values: number;
  /** Decimal digits that are shown, zeros in front included. */
  digits: number;
  /** Binary digits of the second notation; null where there is none. */
  binaryDigits: number | null;
};

export const layouts: Readonly<Record<CodeLength, Layout>> = {
  bits10: { values: 1024, digits: 4, binaryDigits: 10 },
  digits6: { values: 1_000_000, digits: 6, binaryDigits: null },
  digits8: { values: 100_000_000, digits: 8, binaryDigits: null },
};

export const digitsMax = Math.max(...codeLengths.map((length) => layouts[length].digits));
