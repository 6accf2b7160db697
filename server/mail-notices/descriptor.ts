import type { Capability } from '../capability.ts';
import { mailNoticePersonalData } from './personal-data.ts';
import { mailNoticeExporter } from './export.ts';
import { mailNoticeMails } from './mails.ts';
import { mailNoticeRoutes } from './routes.ts';
import { mailNoticeSite } from './site-options.ts';

export const mailNotices: Capability = {
  name: 'mail-notices',
  optional: true,
  personalData: mailNoticePersonalData,
  routes: mailNoticeRoutes,
  mails: mailNoticeMails,
  exporters: [mailNoticeExporter],
  site: mailNoticeSite,
};
