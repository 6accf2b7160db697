import { z } from 'zod';
import { registrationFields } from '../../../domain/devices/fields.ts';
import { instant } from '../../kernel/http/schemas.ts';

const whats = [
  'changed',
  'end-reported',
  'end-withdrawn',
  'end-declined',
  'ended',
  'replaced',
  'offered',
  'ordered',
  'transfer-ended',
] as const;
/** How a device came to its owner. */
export const causes = ['registered', 'transferred', 'replaced'] as const;
export type HistoryWhat = (typeof whats)[number];

export const deviceHistory = z.strictObject({
  items: z.array(
    z.strictObject({
      at: instant,
      what: z.enum(whats),
      /** Which fields a change was about; what stood in them is not told. */
      fields: z.array(z.enum([...registrationFields, 'registeredTo'])),
      /** Null for people of other organizations. */
      user: z.string().nullable(),
      organization: z.string().nullable(),
    }),
  ),
  /** Since when the device is its present owner's, and how it came to be. */
  since: instant,
  cause: z.enum(causes),
});
export type DeviceHistory = z.infer<typeof deviceHistory>;
