import { deviceIdDigits, parseDeviceId, type DeviceIdFormat } from '../../../domain/identifiers/device-id.ts';
import { parseText } from '../../../domain/identifiers/single-line.ts';
import type { Issue } from '../../../domain/registration-keys/issue.ts';
import { parseKey, parseRegistrationId } from '../../../domain/registration-keys/key.ts';
import type { Category, RegistrationKeyOptions } from '../../../domain/registration-keys/options.ts';
import { registrationKeyOptions } from '../../../domain/site/capabilities.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import type { Site } from '../../kernel/app.ts';
import type { Cells, RowFaults } from '../../imports/importer.ts';
import { findCategoryNamed } from '../category-named.ts';

const lineCharactersMax = 50;

/** What `checkRows` found out about a row: what will be, or was, issued for it. */
export type Decided = {
  category: Category;
  issue: Issue;
  productNumber: string;
  purpose: string;
  bindingId: string | null;
};

export type BulkRow = {
  /** As the file says; null where it leaves it to the activation key. */
  category: Category | null;
  format: DeviceIdFormat;
  deviceId: string;
  number: string;
  registrationId: string;
  lines: [string, string];
  decided: Decided | null;
};

/** Reads a row by its form (K-05). A category that is not given is that of the activation key; the ID tells its own kind by its length. */
export function readBulkRow(site: Site, cells: Cells): { ok: true; value: BulkRow } | { ok: false; faults: RowFaults } {
  const options = registrationKeyOptions(site);
  const faults: RowFaults = {};
  const take = <T>(key: string, verdict: Verdict<T>): T | null => {
    if (verdict.ok) return verdict.value;
    faults[key] = { code: `identifiers/${verdict.code}`, ...(verdict.params && { params: verdict.params }) };
    return null;
  };
  const named = cells.category ? findCategoryNamed(site, cells.category) : null;
  if (cells.category && !named) faults.category = { code: 'registration-keys/category-unknown' };
  if (named && !named.issuedHere)
    faults.category = { code: 'registration-keys/file-not-issued-here', params: { category: named.id } };
  const typed = cells.deviceId ?? '';
  const format = named?.idFormat ?? likelyFormat(options, typed);
  const deviceId = take('deviceId', parseDeviceId(typed, format));
  const number = take('number', parseKey(cells.number ?? ''));
  const registrationId = take(
    'registrationId',
    parseRegistrationId(cells.registrationId ?? '', options.registrationIdDigits),
  );
  const line1 = take('installation1', parseText(cells.installation1 ?? '', { max: lineCharactersMax }));
  const line2 = take('installation2', parseText(cells.installation2 ?? '', { max: lineCharactersMax }));
  if (Object.keys(faults).length > 0 || deviceId === null || number === null || registrationId === null)
    return { ok: false, faults };
  const lines: [string, string] = [line1 ?? '', line2 ?? ''];
  return { ok: true, value: { category: named, format, deviceId, number, registrationId, lines, decided: null } };
}

/** The kind of device ID of this site that comes nearest in length to what was typed. */
function likelyFormat(options: RegistrationKeyOptions, typed: string): DeviceIdFormat {
  const digits = typed.normalize('NFKC').replaceAll(/[^0-9A-Za-z]/g, '').length;
  const formats = [...new Set(options.categories.filter((one) => one.issuedHere).map((one) => one.idFormat))];
  const away = (format: DeviceIdFormat) => Math.abs(deviceIdDigits[format] - digits);
  return formats.toSorted((a, b) => away(a) - away(b))[0] ?? 'hex16';
}
