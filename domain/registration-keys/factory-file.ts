import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { type DeviceIdFormat, deviceIdFormats, parseDeviceId } from '../identifiers/device-id.ts';
import { localisedSchema } from '../site/localised.ts';
import { findCategory, type RegistrationKeyOptions } from './options.ts';
import { deviceSecret, secretBytes } from './scheme.ts';

const hexSecret = z
  .string()
  .regex(new RegExp(`^[0-9a-f]{${secretBytes * 2}}$`), `${secretBytes * 2} lower-case hex digits`);

/**
 * What the factory writes into one unit (K-12): who it is, its own secret under each key version, and the names of the features a key
 * may switch on. No master secret and nothing of another unit stands in it.
 */
export const factoryFileSchema = z
  .strictObject({
    product: z.string().min(1).max(40),
    deviceId: z.string(),
    idFormat: z.enum(deviceIdFormats),
    secrets: z
      .record(z.string().regex(/^(\d|1[0-5])$/, 'a key version from 0 to 15'), hexSecret)
      .refine((secrets) => Object.keys(secrets).length > 0, 'at least one secret'),
    features: z.array(z.strictObject({ code: z.int().min(0).max(255), name: localisedSchema() })).max(256),
  })
  .refine(({ deviceId, idFormat }) => isCanonical(deviceId, idFormat), {
    path: ['deviceId'],
    message: 'upper-case hex digits of the format, without separators',
  });
export type FactoryFile = z.output<typeof factoryFileSchema>;

function isCanonical(deviceId: string, format: DeviceIdFormat): boolean {
  const parsed = parseDeviceId(deviceId, format);
  return parsed.ok && parsed.value === deviceId;
}

/**
 * Makes the factory file of one unit, with its secrets for all key versions the site lists.
 * @param masterOf gives the master secret of a name; it stays with the caller.
 * @param deviceId canonical: upper-case hex without separators.
 */
export function makeFactoryFile(
  options: RegistrationKeyOptions,
  { category: categoryId, deviceId }: { category: string; deviceId: string },
  masterOf: (name: string) => Uint8Array | KeyObject,
): FactoryFile {
  const category = findCategory(options, categoryId);
  if (!category?.product) throw new RangeError(`no keys are issued in a category "${categoryId}"`);
  if (!isCanonical(deviceId, category.idFormat)) throw new RangeError('the device ID is not in its canonical form');
  const unit = { product: category.product, deviceId };
  const secrets = options.scheme.versions.map(
    ({ version, master }) => [version, Buffer.from(deviceSecret(masterOf(master), unit)).toString('hex')] as const,
  );
  const features = options.features.filter(
    (feature) => feature.product === undefined || feature.product === category.product,
  );
  return {
    ...unit,
    idFormat: category.idFormat,
    secrets: Object.fromEntries(secrets),
    features: features.map(({ code, name }) => ({ code, name })),
  };
}
