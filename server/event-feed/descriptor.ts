import type { Capability } from '../capability.ts';
import { eventFeedRoutes } from './routes.ts';

export const eventFeed: Capability = { name: 'event-feed', optional: false, routes: eventFeedRoutes };
