import { z } from 'zod';
import { registrationFields, type RegistrationField } from '../../../domain/devices/fields.ts';
import { instant, outsideIdSchema } from '../../kernel/http/schemas.ts';

const typedMax = 80;
const valueMax = 2_000;

const typed = z.string().max(typedMax);

function eachField<T extends z.ZodType>(schema: T): Record<RegistrationField, T> {
  return Object.fromEntries(registrationFields.map((field) => [field, schema])) as Record<RegistrationField, T>;
}

/** What was typed into the fields; those that the site does not ask for are passed over. */
export const typedValues = z.strictObject(eachField(z.string().max(valueMax).optional()));
export const values = z.strictObject(eachField(z.string()));

export const registrationRequest = z.strictObject({
  serial: typed,
  claimCode: typed.optional(),
  /** The serial number of the device with which this one is used (U-13). */
  registeredTo: typed.optional(),
  /** The organization whose the device becomes, where that is not the caller's own. */
  for: outsideIdSchema('organization').optional(),
  values: typedValues,
});

export const registrationReview = z.strictObject({
  serial: z.string(),
  model: z.string(),
  type: z.string(),
  warrantyUntil: z.iso.date().nullable(),
  registeredTo: z.strictObject({ serial: z.string(), model: z.string() }).nullable(),
  values,
});
export type RegistrationReview = z.infer<typeof registrationReview>;

/** By key of the column: what other capabilities show of a device. */
export const contributed = z.record(z.string(), z.string().nullable());

export const registrationAnswer = z.strictObject({
  id: z.string(),
  registration: z.string(),
  serial: z.string(),
  model: z.string(),
  type: z.string(),
  registeredAt: instant,
  warrantyUntil: z.iso.date().nullable(),
  contributed,
});
export type RegistrationAnswer = z.infer<typeof registrationAnswer>;
