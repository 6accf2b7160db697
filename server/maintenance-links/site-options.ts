import { z } from 'zod';
import { yearsAheadMax } from '../../domain/maintenance-links/link.ts';
import type { SiteOptions } from '../capability.ts';
import { devicesMax } from './schemas.ts';

const shown = z.strictObject({ devicesMax: z.int(), yearsAheadMax: z.int() });

/** What the pages may know of links: their limits. */
export const maintenanceLinkSite: SiteOptions = {
  schema: shown,
  present: (): z.infer<typeof shown> => ({ devicesMax, yearsAheadMax }),
  codes: () => [],
};
