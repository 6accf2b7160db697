import type { Capability } from '../capability.ts';
import { accountPersonalData } from './personal-data.ts';
import { accountExporter } from './account-data/managed-export.ts';
import { customerExporter } from './customers/export.ts';
import { handOverReminders } from './customers/hand-over.ts';
import { customerMails } from './customers/mails.ts';
import { customerRoutes } from './customers/routes.ts';
import { accountMails } from './mails.ts';
import { makingMails } from './making/mails.ts';
import { makingRoutes } from './making/routes.ts';
import { owedRoutes } from './owed/routes.ts';
import { resetMails } from './reset/mails.ts';
import { resetRoutes } from './reset/routes.ts';
import { secondFactorMails } from './second-factor/mails.ts';
import { accountRoutes } from './routes.ts';

export const accounts: Capability = {
  name: 'accounts',
  optional: false,
  personalData: accountPersonalData,
  routes: [...accountRoutes, ...resetRoutes, ...owedRoutes, ...makingRoutes, ...customerRoutes],
  exporters: [accountExporter, customerExporter],
  mails: [...accountMails, ...resetMails, ...makingMails, ...secondFactorMails, ...customerMails],
  jobs: [handOverReminders],
};
