import type { FactoryFile } from '../../domain/registration-keys/factory-file.ts';
import { formatKey } from '../../domain/registration-keys/key.ts';
import type { KeyFields } from '../../domain/registration-keys/layout.ts';
import { deviceSecret, issueKey } from '../../domain/registration-keys/scheme.ts';
import { verifierOf } from './verifier.ts';

/** What another implementation of the verifier is tested with. */
export type Vectors = {
  note: string;
  masters: Record<string, string>;
  units: Pick<FactoryFile, 'product' | 'deviceId' | 'idFormat' | 'secrets'>[];
  accepted: ({ unit: number; typed: string } & KeyFields)[];
  refused: { unit: number; typed: string; code: string; why: string }[];
};

const masters = { 1: fixedBytes(0x00), 2: fixedBytes(0x80) };
const identities = [
  { product: 'conference-unit', deviceId: '0123456789ABCDEF', idFormat: 'hex16' },
  { product: 'conference-unit', deviceId: '0123456789ABCDE0', idFormat: 'hex16' },
  { product: 'live-link', deviceId: '0123456789AB', idFormat: 'mac' },
] as const;
const fieldsOfEach: readonly KeyFields[] = [
  { version: 1, feature: 0, slot: 0 },
  { version: 1, feature: 1, slot: 0 },
  { version: 1, feature: 1, slot: 1 },
  { version: 1, feature: 255, slot: 15 },
  { version: 2, feature: 1, slot: 0 },
];

/** Computes the published test vectors from a fixed example master, which no site may use. */
export function makeVectors(): Vectors {
  const units = identities.map((identity) => ({
    ...identity,
    secrets: Object.fromEntries(
      Object.entries(masters).map(([version, master]) => [version, hex(deviceSecret(master, identity))]),
    ),
  }));
  const keyOf = (unit: number, fields: KeyFields) => {
    const { secrets, ...identity } = at(units, unit);
    return issueKey({ secret: Buffer.from(secrets[fields.version] ?? '', 'hex'), unit: identity, fields });
  };
  const accepted = units.flatMap((_, unit) =>
    fieldsOfEach.map((fields) => ({ unit, typed: formatKey(keyOf(unit, fields)), ...fields })),
  );
  const right = keyOf(0, at(fieldsOfEach, 1));
  const unlisted = issueKey({
    secret: fixedBytes(0x40),
    unit: at(identities, 0),
    fields: { version: 7, feature: 1, slot: 0 },
  });
  const cases = [
    { unit: 1, typed: formatKey(right), why: 'a key of unit 0 on unit 1' },
    { unit: 2, typed: formatKey(right), why: 'a key of another product' },
    {
      unit: 0,
      typed: formatKey(right.slice(0, 15) + (right.endsWith('0') ? '1' : '0')),
      why: 'the last digit is wrong',
    },
    { unit: 0, typed: formatKey(unlisted), why: 'a key version for which the unit has no secret' },
    { unit: 0, typed: formatKey(right).slice(0, 18), why: 'a digit is missing' },
    { unit: 0, typed: formatKey(`G${right.slice(1)}`), why: 'a letter beyond F' },
    { unit: 0, typed: '', why: 'nothing was typed' },
  ];
  const refused = cases.map((one) => {
    const verdict = verifierOf(at(units, one.unit))(one.typed);
    if (verdict.ok) throw new Error(`${one.why} was accepted`);
    return { unit: one.unit, typed: one.typed, code: verdict.code, why: one.why };
  });
  const note =
    'Test vectors of the registration key verifier. The master secrets are published examples: never use them.';
  return {
    note,
    masters: Object.fromEntries(Object.entries(masters).map(([version, master]) => [version, hex(master)])),
    units,
    accepted,
    refused,
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

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`nothing at ${index}`);
  return found;
}
