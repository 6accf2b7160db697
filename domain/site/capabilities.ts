import { apiKeyOptionsSchema } from '../api-keys/options.ts';
import { contactRequestOptionsSchema, type ContactRequestOptions } from '../contact-requests/options.ts';
import { counterOptionsSchema, type CounterOptions } from '../counters/options.ts';
import { alarmOptionsSchema, type AlarmOptions } from '../alarms/options.ts';
import { departmentOptionsSchema } from '../departments/options.ts';
import { deviceOptionsSchema, type DeviceOptions } from '../devices/options.ts';
import { monthlyReportOptionsSchema, type MonthlyReportOptions } from '../monthly-reports/options.ts';
import { mailNoticeOptionsSchema, type MailNoticeOptions } from '../mail-notices/options.ts';
import { maintenanceAddressOptionsSchema } from '../maintenance-addresses/options.ts';
import { maintenanceLinkOptionsSchema } from '../maintenance-links/options.ts';
import { registrationKeyOptionsSchema, type RegistrationKeyOptions } from '../registration-keys/options.ts';
import { unlockCodeOptionsSchema, type UnlockCodeOptions } from '../unlock-codes/options.ts';
import { deviceSettingOptionsSchema, type DeviceSettingOptions } from '../device-settings/options.ts';
import { powerFlowOptionsSchema, type PowerFlowOptions } from '../power-flow/options.ts';
import { tonerOptionsSchema, type TonerOptions } from '../toner/options.ts';
import { licenceOptionsSchema, type LicenceOptions } from '../licences/options.ts';
import { webhookOptionsSchema } from '../webhooks/options.ts';
import { readingOptionsSchema, type ReadingOptions } from '../readings/options.ts';
import type { CapabilitySchemas } from './site.ts';

/** What a site's data may say of each capability it switches on; one line a capability. */
export const capabilitySchemas = {
  counters: counterOptionsSchema,
  'registration-keys': registrationKeyOptionsSchema,
  devices: deviceOptionsSchema,
  'unlock-codes': unlockCodeOptionsSchema,
  'power-flow': powerFlowOptionsSchema,
  readings: readingOptionsSchema,
  'device-settings': deviceSettingOptionsSchema,
  'maintenance-addresses': maintenanceAddressOptionsSchema,
  alarms: alarmOptionsSchema,
  'mail-notices': mailNoticeOptionsSchema,
  'monthly-reports': monthlyReportOptionsSchema,
  'maintenance-links': maintenanceLinkOptionsSchema,
  toner: tonerOptionsSchema,
  departments: departmentOptionsSchema,
  licences: licenceOptionsSchema,
  'api-keys': apiKeyOptionsSchema,
  webhooks: webhookOptionsSchema,
  'contact-requests': contactRequestOptionsSchema,
} as const satisfies CapabilitySchemas;

export type CapabilityName = keyof typeof capabilitySchemas;

/** The options of `counters`, typed; it must be switched on. */
export function counterOptions(site: { capabilities: Record<string, unknown> }): CounterOptions {
  const options = site.capabilities['counters'];
  if (!options) throw new Error('the capability counters is not switched on at this site');
  return options as CounterOptions;
}

/** The options of a capability, typed; it must be switched on. */
export function registrationKeyOptions(site: { capabilities: Record<string, unknown> }): RegistrationKeyOptions {
  const options = site.capabilities['registration-keys'];
  if (!options) throw new Error('the capability registration-keys is not switched on at this site');
  return options as RegistrationKeyOptions;
}

/** The options of `devices`, typed; it must be switched on. */
export function deviceOptions(site: { capabilities: Record<string, unknown> }): DeviceOptions {
  const options = site.capabilities['devices'];
  if (!options) throw new Error('the capability devices is not switched on at this site');
  return options as DeviceOptions;
}

/** The options of `unlock-codes`, typed; it must be switched on. */
export function unlockCodeOptions(site: { capabilities: Record<string, unknown> }): UnlockCodeOptions {
  const options = site.capabilities['unlock-codes'];
  if (!options) throw new Error('the capability unlock-codes is not switched on at this site');
  return options as UnlockCodeOptions;
}

/** The options of `power-flow`, typed; it must be switched on. */
export function powerFlowOptions(site: { capabilities: Record<string, unknown> }): PowerFlowOptions {
  const options = site.capabilities['power-flow'];
  if (!options) throw new Error('the capability power-flow is not switched on at this site');
  return options as PowerFlowOptions;
}

/** The options of `readings`, typed; it must be switched on. */
export function readingOptions(site: { capabilities: Record<string, unknown> }): ReadingOptions {
  const options = site.capabilities['readings'];
  if (!options) throw new Error('the capability readings is not switched on at this site');
  return options as ReadingOptions;
}

/** The options of `device-settings`, typed; it must be switched on. */
export function deviceSettingOptions(site: { capabilities: Record<string, unknown> }): DeviceSettingOptions {
  const options = site.capabilities['device-settings'];
  if (!options) throw new Error('the capability device-settings is not switched on at this site');
  return options as DeviceSettingOptions;
}

/** The options of `alarms`, typed; it must be switched on. */
export function alarmOptions(site: { capabilities: Record<string, unknown> }): AlarmOptions {
  const options = site.capabilities['alarms'];
  if (!options) throw new Error('the capability alarms is not switched on at this site');
  return options as AlarmOptions;
}

/** The options of `toner`, typed; it must be switched on. */
export function tonerOptions(site: { capabilities: Record<string, unknown> }): TonerOptions {
  const options = site.capabilities['toner'];
  if (!options) throw new Error('the capability toner is not switched on at this site');
  return options as TonerOptions;
}

/** The options of `mail-notices`, typed; it must be switched on. */
export function mailNoticeOptions(site: { capabilities: Record<string, unknown> }): MailNoticeOptions {
  const options = site.capabilities['mail-notices'];
  if (!options) throw new Error('the capability mail-notices is not switched on at this site');
  return options as MailNoticeOptions;
}

/** The options of `monthly-reports`, typed; it must be switched on. */
export function monthlyReportOptions(site: { capabilities: Record<string, unknown> }): MonthlyReportOptions {
  const options = site.capabilities['monthly-reports'];
  if (!options) throw new Error('the capability monthly-reports is not switched on at this site');
  return options as MonthlyReportOptions;
}

/** The options of `licences`, typed; it must be switched on. */
export function licenceOptions(site: { capabilities: Record<string, unknown> }): LicenceOptions {
  const options = site.capabilities['licences'];
  if (!options) throw new Error('the capability licences is not switched on at this site');
  return options as LicenceOptions;
}

/** The options of `contact-requests`, typed; it must be switched on. */
export function contactRequestOptions(site: { capabilities: Record<string, unknown> }): ContactRequestOptions {
  const options = site.capabilities['contact-requests'];
  if (!options) throw new Error('the capability contact-requests is not switched on at this site');
  return options as ContactRequestOptions;
}
