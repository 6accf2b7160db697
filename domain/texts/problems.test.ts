import { mailingCodes } from '../mailings/mailing.ts';
import { expect, test } from 'vitest';
import { lockoutCodes, loginIdCodes, passwordRuleCodes, proofCodes, sessionCodes } from '../accounts/codes.ts';
import { signUpFormCodes } from '../accounts/sign-up-form.ts';
import { contactRequestCodes } from '../contact-requests/codes.ts';
import { counterCodes } from '../counters/codes.ts';
import { deviceSettingCodes } from '../device-settings/codes.ts';
import { apiKeyCodes } from '../api-keys/codes.ts';
import { alarmCodes } from '../alarms/codes.ts';
import { departmentCodes } from '../departments/codes.ts';
import { deviceCodes } from '../devices/codes.ts';
import { exportCodes } from '../exports/codes.ts';
import { identifierCodes } from '../identifiers/codes.ts';
import { licenceCodes } from '../licences/codes.ts';
import { placementCodes } from '../licences/placement-codes.ts';
import { stockCodes } from '../licences/stock-codes.ts';
import { maintenanceAddressCodes } from '../maintenance-addresses/codes.ts';
import { maintenanceLinkCodes } from '../maintenance-links/codes.ts';
import { monthlyReportCodes } from '../monthly-reports/codes.ts';
import { maintenanceCodes, noticeCodes } from '../notices/notice.ts';
import { organizationCodes } from '../organizations/codes.ts';
import { readingCodes } from '../readings/codes.ts';
import { registrationKeyCodes } from '../registration-keys/codes.ts';
import { tonerCodes } from '../toner/codes.ts';
import { webhookCodes } from '../webhooks/codes.ts';
import { unlockCodeCodes } from '../unlock-codes/codes.ts';
import en from './en/problems.ts';
import ja from './ja/problems.ts';

const lists: Record<string, readonly string[]> = {
  identifiers: identifierCodes,
  accounts: [
    ...passwordRuleCodes,
    ...loginIdCodes,
    ...lockoutCodes,
    ...proofCodes,
    ...sessionCodes,
    ...signUpFormCodes,
  ],
  notices: noticeCodes,
  operations: maintenanceCodes,
  organizations: organizationCodes,
  'registration-keys': registrationKeyCodes,
  devices: deviceCodes,
  'unlock-codes': unlockCodeCodes,
  readings: readingCodes,
  counters: counterCodes,
  toner: tonerCodes,
  departments: departmentCodes,
  'device-settings': deviceSettingCodes,
  'maintenance-addresses': maintenanceAddressCodes,
  alarms: alarmCodes,
  'api-keys': apiKeyCodes,
  'monthly-reports': monthlyReportCodes,
  'maintenance-links': maintenanceLinkCodes,
  licences: [...licenceCodes, ...placementCodes, ...stockCodes],
  webhooks: webhookCodes,
  'contact-requests': contactRequestCodes,
  mailings: mailingCodes,
  exports: exportCodes,
};
const catalogues: Record<string, Record<string, Record<string, string>>> = { ja, en };
const codes = Object.entries(lists).flatMap(([capability, list]) => list.map((code) => [capability, code] as const));

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => String(match[1])))]
    .filter((name) => !['one', 'other'].includes(name))
    .toSorted();
}

const words = (language: string, [capability, code]: readonly [string, string]) =>
  catalogues[language]?.[capability]?.[code] ?? '';

test('P-21 every code of the rules has its words in ja and en, with the same placeholders', () => {
  expect(codes.length).toBeGreaterThanOrEqual(57);
  expect(codes.filter((code) => words('ja', code).length < 5 || words('en', code).length < 5)).toEqual([]);
  expect(
    codes.filter((code) => String(placeholders(words('ja', code))) !== String(placeholders(words('en', code)))),
  ).toEqual([]);
});

test('P-21 Japanese words are Japanese and end as a sentence or with a sample', () => {
  expect(codes.filter((code) => !/[ぁ-ん].*(。|：.+)$/.test(words('ja', code)))).toEqual([]);
});
