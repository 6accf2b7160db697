import { drawValue } from '../../domain/unlock-codes/draw.ts';
import { type CodeLength, codeLengths } from '../../domain/unlock-codes/lengths.ts';
import { formatBinary, formatDecimal } from '../../domain/unlock-codes/notation.ts';
import { readCode } from '../../domain/unlock-codes/read.ts';
import { codeOf, deviceSecret, type Unit } from '../../domain/unlock-codes/scheme.ts';

/** What another implementation of the scheme, in a unit or in a factory, is tested with. */
export type Vectors = {
  note: string;
  masters: Record<string, string>;
  codes: (Unit & {
    master: string;
    version: number;
    secret: string;
    length: CodeLength;
    code: number;
    decimal: string;
    binary: string | null;
  })[];
  draws: { length: CodeLength; digest: string; code: number | null; why: string }[];
  typed: { length: CodeLength; typed: string; code?: number; refused?: string }[];
};

const masters = { first: fixedBytes(0x00), second: fixedBytes(0x80) };
const units: readonly Unit[] = [
  { model: 'MX100', serial: 'AB1234567' },
  { model: 'MX100', serial: 'AB1234568' },
  { model: 'MX1000', serial: 'AB1234567' },
  { model: 'MX100-R', serial: '00000001' },
];
const versions = [
  { master: 'first', version: 1 },
  { master: 'second', version: 2 },
  { master: 'second', version: 255 },
] as const;

const draws: readonly { length: CodeLength; words: readonly number[]; why: string }[] = [
  { length: 'bits10', words: [0, 0, 0, 0, 0, 0, 0, 0xffff_fc07], why: 'only the last ten bits count' },
  { length: 'digits6', words: [4_293_999_999], why: 'the greatest word that is taken' },
  { length: 'digits6', words: [4_294_000_000, 42], why: 'the first word that is passed over' },
  { length: 'digits8', words: [4_199_999_999], why: 'the greatest word that is taken' },
  { length: 'digits8', words: [4_200_000_000, 42], why: 'the first word that is passed over' },
  {
    length: 'digits8',
    words: Array.from({ length: 8 }, () => 0xffff_ffff),
    why: 'no word fits: the digest is hashed once more under the secret',
  },
];

const typings: readonly [CodeLength, string][] = [
  ['bits10', '0007'],
  ['bits10', '0000000111'],
  ['bits10', '0101'],
  ['bits10', '0000000101'],
  ['bits10', '1023'],
  ['bits10', '１０２３'],
  ['bits10', '0000-0001-11'],
  ['bits10', '1024'],
  ['bits10', '7'],
  ['bits10', '000000111'],
  ['bits10', '12a4'],
  ['bits10', ''],
  ['digits6', '000007'],
  ['digits6', '0000000111'],
  ['digits8', '1234 5678'],
  ['digits8', '1234567'],
];

/** Computes the published test vectors from fixed example masters, which no site may use. */
export function makeVectors(): Vectors {
  const codes = units.flatMap((unit) =>
    versions.flatMap(({ master, version }) => {
      const secret = deviceSecret(masters[master], unit.serial);
      return codeLengths.map((length) => {
        const code = codeOf(secret, { unit, version, length });
        const notations = { decimal: formatDecimal(code, length), binary: formatBinary(code, length) };
        return { ...unit, master, version, secret: hex(secret), length, code, ...notations };
      });
    }),
  );
  return {
    note: 'Test vectors of the unlock codes. The master secrets are published examples: never use them.',
    masters: Object.fromEntries(Object.entries(masters).map(([name, master]) => [name, hex(master)])),
    codes,
    draws: draws.map(({ length, words, why }) => {
      const digest = Buffer.alloc(32);
      words.forEach((word, at) => digest.writeUInt32BE(word, at * 4));
      return { length, digest: hex(digest), code: drawValue(digest, length), why };
    }),
    typed: typings.map(([length, typed]) => {
      const read = readCode(typed, length);
      return { length, typed, ...(read.ok ? { code: read.value } : { refused: read.code }) };
    }),
  };
}

/** The file as it is committed. */
export function vectorsText(): string {
  return `${JSON.stringify(makeVectors(), null, 2)}\n`;
}

function fixedBytes(from: number): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, index) => from + index);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
