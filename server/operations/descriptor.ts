import type { Capability } from '../capability.ts';
import { windowRoutes } from './window-routes.ts';

export const operations: Capability = { name: 'operations', optional: false, routes: windowRoutes };
