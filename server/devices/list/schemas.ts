import { z } from 'zod';
import { instant, pageOf } from '../../kernel/http/schemas.ts';
import { contributed } from '../registration/schemas.ts';

export const deviceItem = z.strictObject({
  id: z.string(),
  registration: z.string(),
  organization: z.strictObject({ id: z.string(), name: z.string() }),
  serial: z.string(),
  model: z.string(),
  type: z.string(),
  purchasedOn: z.iso.date().nullable(),
  warrantyUntil: z.iso.date().nullable(),
  warranty: z.enum(['none', 'running', 'over']),
  /** An edit made the warranty longer, and no operator has looked at it since. */
  lengthened: z.boolean(),
  endedOn: z.iso.date().nullable(),
  installation: z.string(),
  /** In one line; empty where nobody gave one. */
  address: z.string(),
  building: z.string(),
  /** Its own one, in the owner's network; empty where nobody gave one. */
  webPage: z.string(),
  company: z.string(),
  remarks: z.string(),
  registeredAt: instant,
  contributed,
});
export type DeviceItem = z.infer<typeof deviceItem>;

export const deviceList = pageOf(deviceItem);
export type DeviceList = z.infer<typeof deviceList>;
