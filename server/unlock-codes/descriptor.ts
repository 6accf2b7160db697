import type { Capability } from '../capability.ts';
import { unlockCodeContribution } from './columns.ts';
import { unlockCodeMails } from './mails.ts';
import { unlockCodeRoutes } from './routes.ts';
import { unlockCodeSite } from './site-options.ts';

export const unlockCodes: Capability = {
  name: 'unlock-codes',
  optional: true,
  routes: unlockCodeRoutes,
  mails: unlockCodeMails,
  devices: unlockCodeContribution,
  site: unlockCodeSite,
};
