import { readDay } from '../exports/day-range.ts';
import { parseKana } from '../identifiers/kana.ts';
import { parsePostalCode } from '../identifiers/postal-code.ts';
import { parseText } from '../identifiers/single-line.ts';
import { fail, pass, type Params, type Verdict } from '../verdict.ts';
import { hostOf, readHost, readMac, readWebPage } from './network.ts';
import { noValues, type RegistrationField, type RegistrationValues } from './fields.ts';

/** Shown characters of each text field at most. */
export const charactersMax = {
  installation: 80,
  prefecture: 20,
  city: 60,
  street: 100,
  building: 100,
  company: 120,
  name: 60,
  kana: 60,
  department: 100,
  remarks: 200,
} as const satisfies Partial<Record<RegistrationField, number>>;

export type FieldFault = { field: RegistrationField; code: string; params?: Params };
/** `choices`: what can be chosen, for a field that is not typed. */
export type AskedField = { field: RegistrationField; required: boolean; choices?: readonly string[] | undefined };

/**
 * Reads what was typed about a device (U-03, P-18): a postal code as seven digits, furigana as katakana, a day not after `today` (a
 * civil day of the site). What a site does not ask for stays empty.
 * @returns the whole set of values, or every fault at its field with a code as `<capability>/<code>`.
 */
export function readValues(
  typed: Partial<Record<RegistrationField, string | undefined>>,
  fields: readonly AskedField[],
  today: string,
): { ok: true; value: RegistrationValues } | { ok: false; faults: FieldFault[] } {
  const value = { ...noValues };
  const faults: FieldFault[] = [];
  for (const { field, required, choices } of fields) {
    const text = (typed[field] ?? '').trim();
    if (text === '' && !required) continue;
    const verdict = text === '' ? fail('identifiers/required') : readField(field, text, today, choices);
    if (verdict.ok) value[field] = verdict.value;
    else faults.push({ field, code: verdict.code, ...(verdict.params && { params: verdict.params }) });
  }
  if (faults.length === 0) faults.push(...placeWebPage(value, fields));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value };
}

/** A device's own web page is at its address, which it says where nobody else did (C-02). */
function placeWebPage(value: RegistrationValues, fields: readonly AskedField[]): FieldFault[] {
  if (value.webPage === '') return [];
  const host = hostOf(value.webPage);
  if (value.host === '' && fields.some(({ field }) => field === 'host')) value.host = host;
  if (value.host === '' || value.host === host) return [];
  return [{ field: 'webPage', code: 'devices/web-page-elsewhere', params: { host: value.host } }];
}

const network: Partial<Record<RegistrationField, (text: string) => Verdict<string>>> = {
  mac: readMac,
  host: readHost,
  webPage: readWebPage,
};

function readField(
  field: RegistrationField,
  text: string,
  today: string,
  choices: readonly string[] = [],
): Verdict<string> {
  if (field === 'timeZone') return choices.includes(text) ? pass(text) : fail('devices/time-zone-unknown');
  if (field === 'purchasedOn') return readPurchase(text, today);
  if (network[field]) return network[field](text);
  const verdict: Verdict<string> = parseField(field, text);
  return verdict.ok ? verdict : { ...verdict, code: `identifiers/${verdict.code}` };
}

function parseField(field: RegistrationField, text: string): Verdict<string> {
  if (field === 'postalCode') return parsePostalCode(text, 'JP');
  const max = (charactersMax as Partial<Record<RegistrationField, number>>)[field] ?? 0;
  return field === 'kana' ? parseKana(text, { max }) : parseText(text, { min: 1, max });
}

/** A day as people write it in files and forms: `2026-11-01`, `2026/11/1`, full width too. */
export function readWrittenDay(text: string): Verdict<string | null, 'day'> {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.normalize('NFKC').trim()) ?? [];
  return readDay(year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function readPurchase(text: string, today: string): Verdict<string> {
  const day = readWrittenDay(text);
  if (!day.ok || day.value === null) return fail('devices/day');
  return day.value > today ? fail('devices/purchased-in-future') : pass(day.value);
}

/** The fields that differ, in the order of the catalogue (U-09). */
export function changedFields(before: RegistrationValues, after: RegistrationValues): RegistrationField[] {
  return (Object.keys(noValues) as RegistrationField[]).filter((field) => before[field] !== after[field]);
}
