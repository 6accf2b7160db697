import { parseMailAddress } from '../../domain/identifiers/mail-address.ts';
import { parseDeviceId } from '../../domain/identifiers/device-id.ts';
import { parseText } from '../../domain/identifiers/single-line.ts';
import { parseKey, parseRegistrationId } from '../../domain/registration-keys/key.ts';
import { findCategory, type Category, type RegistrationKeyOptions } from '../../domain/registration-keys/options.ts';
import type { Refusal } from '../../domain/verdict.ts';
import type { FieldFault } from '../kernel/http/problem.ts';

const subjectMax = 100;

export type Entry = { number: string; registrationId: string };
export type IssueInput = {
  category: Category;
  deviceId: string;
  entries: Entry[];
  mail: { addresses: string[]; subject: string } | null;
};
type Raw = {
  category: string;
  deviceId: string;
  activationKeys: readonly Entry[];
  mail?: { addresses: readonly string[]; subject: string } | undefined;
};

/** Brings what was typed to its stored form (K-03), or names every fault of form at its place. Existence is not looked at. */
export function readIssueRequest(
  options: RegistrationKeyOptions,
  raw: Raw,
): { ok: true; value: IssueInput } | { ok: false; errors: FieldFault[] } {
  const errors: FieldFault[] = [];
  const fault = (pointer: string, refusal: Refusal, capability = 'identifiers') => {
    errors.push({ pointer, code: `${capability}/${refusal.code}`, ...(refusal.params && { params: refusal.params }) });
  };
  const category = findCategory(options, raw.category);
  if (!category) {
    const code = raw.category === '' ? 'identifiers/required' : 'registration-keys/category-unknown';
    return { ok: false, errors: [{ pointer: '/category', code }] };
  }
  if (!category.issuedHere)
    return {
      ok: false,
      errors: [{ pointer: '/category', code: 'registration-keys/not-issued-here', params: { category: category.id } }],
    };
  const deviceId = parseDeviceId(raw.deviceId, category.idFormat);
  if (!deviceId.ok) fault('/deviceId', deviceId);
  const seen = new Set<string>();
  const entries = raw.activationKeys.map((typed, index) => {
    const number = parseKey(typed.number);
    const registrationId = parseRegistrationId(typed.registrationId, options.registrationIdDigits);
    if (!number.ok) fault(`/activationKeys/${index}/number`, number);
    else if (seen.has(number.value))
      fault(`/activationKeys/${index}/number`, { ok: false, code: 'repeated-number' }, 'registration-keys');
    else seen.add(number.value);
    if (!registrationId.ok) fault(`/activationKeys/${index}/registrationId`, registrationId);
    return { number: number.ok ? number.value : '', registrationId: registrationId.ok ? registrationId.value : '' };
  });
  if (entries.length > options.keysPerIssueMax)
    fault('/activationKeys', {
      ok: false,
      code: 'text-long',
      params: { max: options.keysPerIssueMax, found: entries.length },
    });
  const mail = raw.mail ? readMail(raw.mail, fault) : null;
  if (errors.length > 0 || !deviceId.ok) return { ok: false, errors };
  return { ok: true, value: { category, deviceId: deviceId.value, entries, mail } };
}

function readMail(mail: NonNullable<Raw['mail']>, fault: (pointer: string, refusal: Refusal) => void) {
  const addresses = mail.addresses.map((typed, index) => {
    const address = parseMailAddress(typed);
    if (!address.ok) fault(`/mail/addresses/${index}`, address);
    return address.ok ? address.value : '';
  });
  const subject = parseText(mail.subject, { min: 1, max: subjectMax });
  if (!subject.ok) fault('/mail/subject', subject);
  return { addresses: [...new Set(addresses)], subject: subject.ok ? subject.value : '' };
}
