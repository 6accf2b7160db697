import accounts from './events/accounts.ts';
import devices from './events/devices.ts';
import files from './events/files.ts';
import keys from './events/keys.ts';
import licences from './events/licences.ts';
import organizations from './events/organizations.ts';
import reports from './events/reports.ts';
import site from './events/site.ts';

/** What is said of each kind of event, by its kind: one sentence without its subject. */
export default {
  ...accounts,
  ...organizations,
  ...devices,
  ...reports,
  ...keys,
  ...licences,
  ...files,
  ...site,
} as const;
