import type { Capability } from '../capability.ts';
import { noticeRoutes } from './routes.ts';

export const notices: Capability = { name: 'notices', optional: false, routes: noticeRoutes };
