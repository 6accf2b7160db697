import { z } from 'zod';
import { registrationFields } from '../../../domain/devices/fields.ts';
import { instant, organizationPath, outsideIdSchema } from '../../kernel/http/schemas.ts';
import { contributed, typedValues, values } from '../registration/schemas.ts';

export const devicePath = organizationPath.extend({ device: outsideIdSchema('device') });

const relative = z.strictObject({ id: z.string(), serial: z.string(), model: z.string(), type: z.string() });

export const deviceDetail = z.strictObject({
  id: z.string(),
  registration: z.string(),
  organization: z.strictObject({ id: z.string(), name: z.string() }),
  serial: z.string(),
  model: z.string(),
  type: z.string(),
  shippedOn: z.iso.date().nullable(),
  registeredAt: instant,
  endedOn: z.iso.date().nullable(),
  warrantyUntil: z.iso.date().nullable(),
  warranty: z.enum(['none', 'running', 'over']),
  warrantyMonths: z.int().nullable(),
  lengthened: z.boolean(),
  /** Whether it is in the owner's club: the customer is, and the device is in use. */
  club: z.boolean(),
  values,
  /** The device with which this one is used, and those that are used with it. */
  registeredTo: relative.nullable(),
  attached: z.array(relative),
  contributed,
  mayChange: z.boolean(),
});
export type DeviceDetail = z.infer<typeof deviceDetail>;

export const deviceChange = z.strictObject({
  /** The fields to be changed; others stay as they are. */
  values: typedValues,
  /** The serial number of the device with which this one is used from now on; empty for none. */
  registeredTo: z.string().max(80).optional(),
});
export type DeviceChange = z.infer<typeof deviceChange>;

export const changeAnswer = deviceDetail.extend({
  changed: z.array(z.enum([...registrationFields, 'registeredTo'])),
});
