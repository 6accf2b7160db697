import type { Capability } from '../capability.ts';
import { accountMails } from './mails.ts';
import { accountRoutes } from './routes.ts';

export const accounts: Capability = { name: 'accounts', optional: false, routes: accountRoutes, mails: accountMails };
