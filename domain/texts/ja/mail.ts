import accountData from './mail/account-data.ts';
import accounts from './mail/accounts.ts';
import apiKeys from './mail/api-keys.ts';
import alarms from './mail/alarms.ts';
import contactRequests from './mail/contact-requests.ts';
import mailings from './mail/mailings.ts';
import devices from './mail/devices.ts';
import deviceSettings from './mail/device-settings.ts';
import deviceFiles from './mail/device-files.ts';
import imports from './mail/imports.ts';
import licencePlacements from './mail/licence-placements.ts';
import licenceReminders from './mail/licence-reminders.ts';
import licenceAssignments from './mail/licence-assignments.ts';
import monthlyReports from './mail/monthly-reports.ts';
import mailNotices from './mail/mail-notices.ts';
import licenceStock from './mail/licence-stock.ts';
import maintenanceAddresses from './mail/maintenance-addresses.ts';
import maintenanceLinks from './mail/maintenance-links.ts';
import licenceHolders from './mail/licence-holders.ts';
import organizations from './mail/organizations.ts';
import passwords from './mail/passwords.ts';
import registrationKeys from './mail/registration-keys.ts';
import secondFactor from './mail/second-factor.ts';
import unlockCodes from './mail/unlock-codes.ts';
import toner from './mail/toner.ts';
import transfers from './mail/transfers.ts';
import webhooks from './mail/webhooks.ts';

/** Mails. Each has a subject and a text; the foot stands below every one. */
export default {
  endOf: '{day} 24:00',
  someone: 'お客様',
  foot: `----
{site}
{address}
お問い合わせ: {contact} {mail}
このメールは自動で送信しています。このアドレスに返信いただいてもお答えできません。`,
  ...accountData,
  ...accounts,
  ...devices,
  ...deviceSettings,
  ...deviceFiles,
  ...imports,
  ...licenceAssignments,
  ...maintenanceAddresses,
  ...maintenanceLinks,
  ...licenceStock,
  ...licenceHolders,
  ...organizations,
  ...passwords,
  ...registrationKeys,
  ...secondFactor,
  ...unlockCodes,
  ...transfers,
  ...alarms,
  ...toner,
  ...mailNotices,
  ...monthlyReports,
  ...licencePlacements,
  ...licenceReminders,
  ...apiKeys,
  ...webhooks,
  ...contactRequests,
  ...mailings,
} as const;
