import type { Capability } from '../capability.ts';
import { draftRoutes } from './routes.ts';

export const drafts: Capability = { name: 'drafts', optional: false, routes: draftRoutes };
