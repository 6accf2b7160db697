import type { Capability } from '../capability.ts';
import { settingAnswers } from './answers.ts';
import { desiredSettings } from './down.ts';
import { settingContribution } from './exchanged.ts';
import { liveSettings } from './live.ts';
import { deviceSettingMails } from './mails.ts';
import { overdueSettings } from './overdue.ts';
import { deviceSettingRoutes } from './routes.ts';
import { deviceSettingSite } from './site-options.ts';
import { deviceSettingNeeds } from './needs.ts';

/** Settings of devices from afar (E-09). */
export const deviceSettings: Capability = {
  name: 'device-settings',
  optional: true,
  routes: deviceSettingRoutes,
  mails: deviceSettingMails,
  needs: deviceSettingNeeds,
  jobs: [overdueSettings],
  downs: [desiredSettings],
  reports: [settingAnswers],
  live: [liveSettings],
  devices: settingContribution,
  site: deviceSettingSite,
};
