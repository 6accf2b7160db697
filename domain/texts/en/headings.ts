import accounts from './headings/accounts.ts';
import acting from './headings/acting.ts';
import apiKeys from './headings/api-keys.ts';
import agreements from './headings/agreements.ts';
import alarms from './headings/alarms.ts';
import audit from './headings/audit.ts';
import contactRequests from './headings/contact-requests.ts';
import counters from './headings/counters.ts';
import customers from './headings/customers.ts';
import departments from './headings/departments.ts';
import deviceRegistrations from './headings/device-registrations.ts';
import devices from './headings/devices.ts';
import failedMails from './headings/failed-mails.ts';
import files from './headings/files.ts';
import imports from './headings/imports.ts';
import licenceRehearsal from './headings/licence-rehearsal.ts';
import licenceStock from './headings/licence-stock.ts';
import licences from './headings/licences.ts';
import mailNotices from './headings/mail-notices.ts';
import mailings from './headings/mailings.ts';
import maintenanceLinks from './headings/maintenance-links.ts';
import organizations from './headings/organizations.ts';
import powerFlow from './headings/power-flow.ts';
import registrationKeys from './headings/registration-keys.ts';
import toner from './headings/toner.ts';
import transfers from './headings/transfers.ts';

/** Headings of the columns of imported and exported files, by kind of file. */
export default {
  accounts,
  acting,
  agreements,
  alarms,
  ...apiKeys,
  audit,
  ...contactRequests,
  ...mailings,
  ...counters,
  customers,
  departments,
  'device-registrations': deviceRegistrations,
  ...devices,
  'failed-mails': failedMails,
  files,
  imports,
  ...licenceRehearsal,
  ...licences,
  ...licenceStock,
  ...mailNotices,
  ...maintenanceLinks,
  ...organizations,
  'power-flow': powerFlow,
  ...registrationKeys,
  ...toner,
  transfers,
} as const;
