import type { Capability } from '../capability.ts';
import { siteRoutes } from './routes.ts';

export const sites: Capability = { name: 'sites', optional: false, routes: siteRoutes };
