import { z } from 'zod';

/** What a site says about maintenance links: that there are some. */
export const maintenanceLinkOptionsSchema = z
  .strictObject({})
  .describe(
    'Customers let dealers of their choice see or configure their devices, until a day or until somebody ends it',
  );
export type MaintenanceLinkOptions = z.output<typeof maintenanceLinkOptionsSchema>;
