import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { codeLengths, layouts } from './lengths.ts';
import { type UnlockScheme, versionMax } from './options.ts';
import { codeOf, deviceSecret, secretBytes, type Unit } from './scheme.ts';

const nameMax = 64;
const name = z.string().regex(new RegExp(`^[\\x21-\\x7e]{1,${nameMax}}$`), `1 to ${nameMax} plain characters`);

/** What a unit is made with to know its code: its own secret, or the code itself where it cannot compute. */
export const unlockHolds = ['secret', 'code'] as const;
export type UnlockHold = (typeof unlockHolds)[number];

/**
 * What the factory writes into one locked unit (U-10): who it is, and its own secret or its code. No master secret and nothing of
 * another unit stands in it.
 */
export const unlockFactoryFileSchema = z
  .strictObject({
    model: name,
    serial: name,
    length: z.enum(codeLengths),
    version: z.int().min(0).max(versionMax),
    secret: z
      .string()
      .regex(new RegExp(`^[0-9a-f]{${secretBytes * 2}}$`), `${secretBytes * 2} lower-case hex digits`)
      .optional(),
    code: z.int().min(0).optional(),
  })
  .refine(({ secret, code }) => (secret === undefined) !== (code === undefined), 'either a secret or a code')
  .refine(({ code, length }) => (code ?? 0) < layouts[length].values, {
    path: ['code'],
    message: 'a code of the length',
  });
export type UnlockFactoryFile = z.output<typeof unlockFactoryFileSchema>;

/**
 * Makes the factory file of one unit.
 * @param version one of the scheme's; another is a bug and throws.
 * @param master the master secret of the unit's model in that version; it stays with the caller.
 */
export function makeUnlockFactoryFile(
  { length, versions }: UnlockScheme,
  { unit, version, hold }: { unit: Unit; version: number; hold: UnlockHold },
  master: Uint8Array | KeyObject,
): UnlockFactoryFile {
  if (!versions.some((one) => one.version === version)) throw new RangeError(`there is no version ${version}`);
  const secret = deviceSecret(master, unit.serial);
  const held =
    hold === 'code'
      ? { code: codeOf(secret, { unit, version, length }) }
      : { secret: Buffer.from(secret).toString('hex') };
  return { model: unit.model, serial: unit.serial, length, version, ...held };
}

/** The code that unlocks the unit with this factory file. */
export function codeOfUnit({ model, serial, length, version, secret, code }: UnlockFactoryFile): number {
  if (code !== undefined) return code;
  return codeOf(Buffer.from(secret ?? '', 'hex'), { unit: { model, serial }, version, length });
}
