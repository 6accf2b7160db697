import { actingOnBehalf } from './acting/descriptor.ts';
import { accountData } from './accounts/account-data/descriptor.ts';
import { accounts } from './accounts/descriptor.ts';
import { alarms } from './alarms/descriptor.ts';
import { apiReference } from './api-reference/descriptor.ts';
import { apiKeys } from './api-keys/descriptor.ts';
import { audit } from './audit/descriptor.ts';
import { contactRequests } from './contact-requests/descriptor.ts';
import { counters } from './counters/descriptor.ts';
import { deviceCounters } from './counters/device/descriptor.ts';
import { paperSizes } from './counters/paper/descriptor.ts';
import { deviceGroups } from './device-groups/descriptor.ts';
import { deviceSettings } from './device-settings/descriptor.ts';
import { departments } from './departments/descriptor.ts';
import { customers } from './accounts/customers/descriptor.ts';
import { devices } from './devices/descriptor.ts';
import { agreements } from './agreements/descriptor.ts';
import { failedMails } from './failed-mails/descriptor.ts';
import { imports } from './imports/descriptor.ts';
import { jobs } from './jobs/descriptor.ts';
import { monthlyReports } from './monthly-reports/descriptor.ts';
import { licenceHolders } from './licences/holders/descriptor.ts';
import { licences } from './licences/descriptor.ts';
import { licencePlacements } from './licences/placements/descriptor.ts';
import { licenceRehearsal } from './licences/rehearsal/descriptor.ts';
import { licenceAssign } from './licences/assign/descriptor.ts';
import { licenceStock } from './licences/stock/descriptor.ts';
import { mailings } from './mailings/descriptor.ts';
import { mailNotices } from './mail-notices/descriptor.ts';
import { maintenanceAddresses } from './maintenance-addresses/descriptor.ts';
import { newAccounts } from './accounts/making/descriptor.ts';
import { maintenanceLinks } from './maintenance-links/descriptor.ts';
import { notices } from './notices/descriptor.ts';
import { operations } from './operations/descriptor.ts';
import { organizations } from './organizations/descriptor.ts';
import { secondFactor } from './accounts/second-factor/descriptor.ts';
import { powerFlow } from './power-flow/descriptor.ts';
import { toner } from './toner/descriptor.ts';
import { unlockCodes } from './unlock-codes/descriptor.ts';
import { reportingZone } from './reporting-zone/descriptor.ts';
import { registrationKeys } from './registration-keys/descriptor.ts';
import { webhooks } from './webhooks/descriptor.ts';
import type { Descriptor } from './context/descriptor.ts';

/** One line per capability: their pages, menu entries and cards become the shell's. */
export const capabilities: readonly Descriptor[] = [
  accounts,
  accountData,
  secondFactor,
  newAccounts,
  customers,
  // Before what can be done with a device, on its page.
  deviceSettings,
  devices,
  counters,
  deviceCounters,
  paperSizes,
  deviceGroups,
  reportingZone,
  alarms,
  powerFlow,
  departments,
  toner,
  maintenanceLinks,
  unlockCodes,
  registrationKeys,
  licences,
  licencePlacements,
  licenceRehearsal,
  licenceHolders,
  licenceAssign,
  licenceStock,
  mailNotices,
  monthlyReports,
  maintenanceAddresses,
  imports,
  apiKeys,
  webhooks,
  apiReference,
  notices,
  operations,
  failedMails,
  jobs,
  agreements,
  organizations,
  actingOnBehalf,
  audit,
  contactRequests,
  mailings,
];
