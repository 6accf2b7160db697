import { createTranslator } from 'use-intl/core';
import type { Language } from '../domain/site/languages.ts';
import enReference from '../domain/texts/en/api-reference.ts';
import enWebhooks from '../domain/texts/en/webhooks.ts';
import enApiKeys from '../domain/texts/en/api-keys.ts';
import enAlarms from '../domain/texts/en/alarms.ts';
import enAudit from '../domain/texts/en/audit.ts';
import enAgreements from '../domain/texts/en/agreements.ts';
import enFailedMails from '../domain/texts/en/failed-mails.ts';
import enJobs from '../domain/texts/en/jobs.ts';
import enEvents from '../domain/texts/en/events.ts';
import enContactRequests from '../domain/texts/en/contact-requests.ts';
import enMailings from '../domain/texts/en/mailings.ts';
import enCounters from '../domain/texts/en/counters.ts';
import enDeviceCounters from '../domain/texts/en/device-counters.ts';
import enPaperSizes from '../domain/texts/en/paper-sizes.ts';
import enReportingZone from '../domain/texts/en/reporting-zone.ts';
import enDeviceGroups from '../domain/texts/en/device-groups.ts';
import enDevices from '../domain/texts/en/devices.ts';
import enSimulatedGateways from '../domain/texts/en/simulated-gateways.ts';
import enDeviceSettings from '../domain/texts/en/device-settings.ts';
import enHeadings from '../domain/texts/en/headings.ts';
import enPowerFlow from '../domain/texts/en/power-flow.ts';
import enUnlockCodes from '../domain/texts/en/unlock-codes.ts';
import enScanner from '../domain/texts/en/scanner.ts';
import enAccountData from '../domain/texts/en/account-data.ts';
import enAccounts from '../domain/texts/en/accounts.ts';
import enConsents from '../domain/texts/en/consents.ts';
import enPasswords from '../domain/texts/en/passwords.ts';
import enExports from '../domain/texts/en/exports.ts';
import enImports from '../domain/texts/en/imports.ts';
import enActivationKeys from '../domain/texts/en/activation-keys.ts';
import enKeys from '../domain/texts/en/registration-keys.ts';
import enClosed from '../domain/texts/en/closed.ts';
import enCustomers from '../domain/texts/en/customers.ts';
import enLicenceHolders from '../domain/texts/en/licence-holders.ts';
import enNewAccounts from '../domain/texts/en/new-accounts.ts';
import enActing from '../domain/texts/en/acting.ts';
import enMonthlyReports from '../domain/texts/en/monthly-reports.ts';
import enLicencePlacements from '../domain/texts/en/licence-placements.ts';
import enLicenceRehearsal from '../domain/texts/en/licence-rehearsal.ts';
import enLicences from '../domain/texts/en/licences.ts';
import enLicenceStock from '../domain/texts/en/licence-stock.ts';
import enMailNotices from '../domain/texts/en/mail-notices.ts';
import enMaintenanceAddresses from '../domain/texts/en/maintenance-addresses.ts';
import enLicenceAssign from '../domain/texts/en/licence-assign.ts';
import enMaintenanceLinks from '../domain/texts/en/maintenance-links.ts';
import enMembers from '../domain/texts/en/members.ts';
import enOrganizations from '../domain/texts/en/organizations.ts';
import enNotices from '../domain/texts/en/notices.ts';
import enOperations from '../domain/texts/en/operations.ts';
import enSecondFactor from '../domain/texts/en/second-factor.ts';
import enProblems from '../domain/texts/en/problems.ts';
import enShell from '../domain/texts/en/shell.ts';
import enUi from '../domain/texts/en/ui.ts';
import enLockedUnit from '../domain/texts/en/locked-unit.ts';
import enTransfers from '../domain/texts/en/transfers.ts';
import enDepartments from '../domain/texts/en/departments.ts';
import enToner from '../domain/texts/en/toner.ts';
import enUnit from '../domain/texts/en/unit.ts';
import jaReference from '../domain/texts/ja/api-reference.ts';
import jaWebhooks from '../domain/texts/ja/webhooks.ts';
import jaApiKeys from '../domain/texts/ja/api-keys.ts';
import jaAlarms from '../domain/texts/ja/alarms.ts';
import jaAudit from '../domain/texts/ja/audit.ts';
import jaAgreements from '../domain/texts/ja/agreements.ts';
import jaFailedMails from '../domain/texts/ja/failed-mails.ts';
import jaJobs from '../domain/texts/ja/jobs.ts';
import jaEvents from '../domain/texts/ja/events.ts';
import jaContactRequests from '../domain/texts/ja/contact-requests.ts';
import jaMailings from '../domain/texts/ja/mailings.ts';
import jaCounters from '../domain/texts/ja/counters.ts';
import jaDeviceCounters from '../domain/texts/ja/device-counters.ts';
import jaPaperSizes from '../domain/texts/ja/paper-sizes.ts';
import jaReportingZone from '../domain/texts/ja/reporting-zone.ts';
import jaDeviceGroups from '../domain/texts/ja/device-groups.ts';
import jaDevices from '../domain/texts/ja/devices.ts';
import jaSimulatedGateways from '../domain/texts/ja/simulated-gateways.ts';
import jaDeviceSettings from '../domain/texts/ja/device-settings.ts';
import jaHeadings from '../domain/texts/ja/headings.ts';
import jaPowerFlow from '../domain/texts/ja/power-flow.ts';
import jaUnlockCodes from '../domain/texts/ja/unlock-codes.ts';
import jaScanner from '../domain/texts/ja/scanner.ts';
import jaAccountData from '../domain/texts/ja/account-data.ts';
import jaAccounts from '../domain/texts/ja/accounts.ts';
import jaConsents from '../domain/texts/ja/consents.ts';
import jaPasswords from '../domain/texts/ja/passwords.ts';
import jaExports from '../domain/texts/ja/exports.ts';
import jaImports from '../domain/texts/ja/imports.ts';
import jaActivationKeys from '../domain/texts/ja/activation-keys.ts';
import jaKeys from '../domain/texts/ja/registration-keys.ts';
import jaClosed from '../domain/texts/ja/closed.ts';
import jaCustomers from '../domain/texts/ja/customers.ts';
import jaLicenceHolders from '../domain/texts/ja/licence-holders.ts';
import jaNewAccounts from '../domain/texts/ja/new-accounts.ts';
import jaActing from '../domain/texts/ja/acting.ts';
import jaMonthlyReports from '../domain/texts/ja/monthly-reports.ts';
import jaLicencePlacements from '../domain/texts/ja/licence-placements.ts';
import jaLicenceRehearsal from '../domain/texts/ja/licence-rehearsal.ts';
import jaLicences from '../domain/texts/ja/licences.ts';
import jaLicenceStock from '../domain/texts/ja/licence-stock.ts';
import jaMailNotices from '../domain/texts/ja/mail-notices.ts';
import jaMaintenanceAddresses from '../domain/texts/ja/maintenance-addresses.ts';
import jaLicenceAssign from '../domain/texts/ja/licence-assign.ts';
import jaMaintenanceLinks from '../domain/texts/ja/maintenance-links.ts';
import jaMembers from '../domain/texts/ja/members.ts';
import jaOrganizations from '../domain/texts/ja/organizations.ts';
import jaNotices from '../domain/texts/ja/notices.ts';
import jaOperations from '../domain/texts/ja/operations.ts';
import jaSecondFactor from '../domain/texts/ja/second-factor.ts';
import jaProblems from '../domain/texts/ja/problems.ts';
import jaShell from '../domain/texts/ja/shell.ts';
import jaUi from '../domain/texts/ja/ui.ts';
import jaLockedUnit from '../domain/texts/ja/locked-unit.ts';
import jaTransfers from '../domain/texts/ja/transfers.ts';
import jaDepartments from '../domain/texts/ja/departments.ts';
import jaToner from '../domain/texts/ja/toner.ts';
import jaUnit from '../domain/texts/ja/unit.ts';

const catalogues = {
  ja: {
    accounts: jaAccounts,
    alarms: jaAlarms,
    'api-keys': jaApiKeys,
    audit: jaAudit,
    agreements: jaAgreements,
    'failed-mails': jaFailedMails,
    jobs: jaJobs,
    events: jaEvents,
    'api-reference': jaReference,
    'contact-requests': jaContactRequests,
    mailings: jaMailings,
    webhooks: jaWebhooks,
    'mail-notices': jaMailNotices,
    'monthly-reports': jaMonthlyReports,
    'licence-placements': jaLicencePlacements,
    'licence-rehearsal': jaLicenceRehearsal,
    'licence-stock': jaLicenceStock,
    licences: jaLicences,
    counters: jaCounters,
    'device-counters': jaDeviceCounters,
    'paper-sizes': jaPaperSizes,
    devices: jaDevices,
    'device-groups': jaDeviceGroups,
    'reporting-zone': jaReportingZone,
    'device-settings': jaDeviceSettings,
    'simulated-gateways': jaSimulatedGateways,
    scanner: jaScanner,
    headings: jaHeadings,
    'power-flow': jaPowerFlow,
    'unlock-codes': jaUnlockCodes,
    consents: jaConsents,
    passwords: jaPasswords,
    exports: jaExports,
    'account-data': jaAccountData,
    imports: jaImports,
    'registration-keys': jaKeys,
    'activation-keys': jaActivationKeys,
    closed: jaClosed,
    acting: jaActing,
    members: jaMembers,
    'maintenance-addresses': jaMaintenanceAddresses,
    'licence-assign': jaLicenceAssign,
    'maintenance-links': jaMaintenanceLinks,
    organizations: jaOrganizations,
    notices: jaNotices,
    operations: jaOperations,
    problems: jaProblems,
    customers: jaCustomers,
    'licence-holders': jaLicenceHolders,
    'new-accounts': jaNewAccounts,
    'second-factor': jaSecondFactor,
    shell: jaShell,
    ui: jaUi,
    'locked-unit': jaLockedUnit,
    toner: jaToner,
    departments: jaDepartments,
    transfers: jaTransfers,
    unit: jaUnit,
  },
  en: {
    accounts: enAccounts,
    alarms: enAlarms,
    'api-keys': enApiKeys,
    audit: enAudit,
    agreements: enAgreements,
    'failed-mails': enFailedMails,
    jobs: enJobs,
    events: enEvents,
    'api-reference': enReference,
    'contact-requests': enContactRequests,
    mailings: enMailings,
    webhooks: enWebhooks,
    'mail-notices': enMailNotices,
    'monthly-reports': enMonthlyReports,
    'licence-placements': enLicencePlacements,
    'licence-rehearsal': enLicenceRehearsal,
    'licence-stock': enLicenceStock,
    licences: enLicences,
    counters: enCounters,
    'device-counters': enDeviceCounters,
    'paper-sizes': enPaperSizes,
    devices: enDevices,
    'device-groups': enDeviceGroups,
    'reporting-zone': enReportingZone,
    'device-settings': enDeviceSettings,
    'simulated-gateways': enSimulatedGateways,
    scanner: enScanner,
    headings: enHeadings,
    'power-flow': enPowerFlow,
    'unlock-codes': enUnlockCodes,
    consents: enConsents,
    passwords: enPasswords,
    exports: enExports,
    'account-data': enAccountData,
    imports: enImports,
    'registration-keys': enKeys,
    'activation-keys': enActivationKeys,
    closed: enClosed,
    acting: enActing,
    members: enMembers,
    'maintenance-addresses': enMaintenanceAddresses,
    'licence-assign': enLicenceAssign,
    'maintenance-links': enMaintenanceLinks,
    organizations: enOrganizations,
    notices: enNotices,
    operations: enOperations,
    problems: enProblems,
    customers: enCustomers,
    'licence-holders': enLicenceHolders,
    'new-accounts': enNewAccounts,
    'second-factor': enSecondFactor,
    shell: enShell,
    ui: enUi,
    'locked-unit': enLockedUnit,
    toner: enToner,
    departments: enDepartments,
    transfers: enTransfers,
    unit: enUnit,
  },
};

export type Words = (key: string, params?: Record<string, string | number | Date>) => string;

/** The words that people see on the pages, by `<namespace>.<key>`; a key that is not there fails the journey. */
export function wordsIn(language: Language): Words {
  return createTranslator({
    locale: language,
    messages: catalogues[language],
    timeZone: 'Asia/Tokyo',
    onError: (error) => {
      throw error;
    },
  }) as unknown as Words;
}
