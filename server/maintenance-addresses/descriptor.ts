import { z } from 'zod';
import type { Capability } from '../capability.ts';
import { maintenanceAddressMails } from './mails.ts';
import { maintenanceAddressRoutes } from './routes.ts';

export const maintenanceAddresses: Capability = {
  name: 'maintenance-addresses',
  optional: true,
  routes: maintenanceAddressRoutes,
  mails: maintenanceAddressMails,
  site: { schema: z.strictObject({}), present: () => ({}), codes: () => [] },
};
