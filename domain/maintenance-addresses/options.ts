import { z } from 'zod';

/** What a site says about maintenance addresses (E-02): nothing yet. */
export const maintenanceAddressOptionsSchema = z
  .strictObject({})
  .describe('Addresses of maintenance staff, who get the mails about alarms beside or instead of the account');
