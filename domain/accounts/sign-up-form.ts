import { parseCountry } from '../identifiers/country.ts';
import { parseKana } from '../identifiers/kana.ts';
import { parseMailAddress } from '../identifiers/mail-address.ts';
import { parsePhone } from '../identifiers/phone.ts';
import { parsePostalCode } from '../identifiers/postal-code.ts';
import { parseText } from '../identifiers/single-line.ts';
import { fail, pass, type Verdict } from '../verdict.ts';
import { parseTypedLoginId, type LoginIdRule } from './login-id.ts';
import { organizationForms, type SignUpField, type SignUpFieldName } from './sign-up.ts';

export const signUpFormCodes = ['mail-again-differs', 'name-role', 'organization-form'] as const;

/** What a person typed, by field; a field that was not filled in may be missing. */
export type SignUpValues = Partial<Record<SignUpFieldName, string | boolean>>;

/** A fault at one field: `code` is `<capability>/<code>`. */
export type SignUpFault = { field: SignUpFieldName; code: string; params?: Record<string, string | number> };

const textMax = 100;
const companyMax = 120;
const loginIdMax = 64;

/**
 * Checks a filled-in sign-up form against the fields the site asks for (K-02, P-18) and normalises it: phone in E.164,
 * a Japanese postal code as seven digits, furigana in katakana. Returns the values to keep (without `mailAgain`, without empty fields), or
 * every fault at its field. The checks follow the chosen country; Japan is assumed when no country is asked. Without
 * `loginIdRule` a login ID is a line of text.
 */
export function readSignUpForm(
  values: SignUpValues,
  fields: readonly SignUpField[],
  loginIdRule: LoginIdRule | null = null,
): { ok: true; value: SignUpValues } | { ok: false; faults: SignUpFault[] } {
  const countryVerdict = parseCountry(text(values.country) || 'JP');
  const country = countryVerdict.ok ? countryVerdict.value : 'JP';
  const kept: SignUpValues = {};
  const faults: SignUpFault[] = [];
  for (const { field, required, refuse = [] } of fields) {
    const given = values[field];
    if (field === 'news' || field === 'club') {
      kept[field] = given === true;
      continue;
    }
    const typed = text(given).trim();
    if (typed === '') {
      if (required && !(field === 'phone' && country !== 'JP')) faults.push({ field, code: 'identifiers/required' });
      continue;
    }
    const verdict = readField(field, typed, country, values, loginIdRule);
    if (verdict.ok && refuse.some((word) => bare(word) === bare(verdict.value)))
      faults.push({ field, code: 'accounts/name-role' });
    else if (!verdict.ok) faults.push({ field, code: verdict.code, ...(verdict.params && { params: verdict.params }) });
    else if (field !== 'mailAgain') kept[field] = verdict.value;
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: kept };
}

/** A word as it is compared: without blanks, width and case. */
function bare(word: string): string {
  return word.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
}

function text(value: string | boolean | undefined): string {
  return typeof value === 'string' ? value : '';
}

function readField(
  field: SignUpFieldName,
  typed: string,
  country: string,
  values: SignUpValues,
  loginIdRule: LoginIdRule | null,
): Verdict<string> {
  if (field === 'mailAgain') {
    const same = comparable(typed) === comparable(text(values.mail));
    return same ? pass(typed) : fail('accounts/mail-again-differs');
  }
  if (field === 'organizationForm') {
    return organizationForms.some((form) => form === typed) ? pass(typed) : fail('accounts/organization-form');
  }
  if (field === 'loginId' && loginIdRule) {
    const wished = parseTypedLoginId(typed, loginIdRule);
    const capability = !wished.ok && wished.code === 'required' ? 'identifiers' : 'accounts';
    return wished.ok ? wished : { ...wished, code: `${capability}/${wished.code}` };
  }
  const verdict: Verdict<string> = parseField(field, typed, country);
  return verdict.ok ? verdict : { ...verdict, code: `identifiers/${verdict.code}` };
}

/** A mistyped address is told at `mail`; here only whether the two agree counts. */
function comparable(typed: string): string {
  const verdict = parseMailAddress(typed);
  return verdict.ok ? verdict.value : typed.trim();
}

function parseField(field: SignUpFieldName, typed: string, country: string): Verdict<string> {
  switch (field) {
    case 'mail':
      return parseMailAddress(typed);
    case 'phone':
    case 'fax':
      return parsePhone(typed, country);
    case 'postalCode':
      return parsePostalCode(typed, country);
    case 'country':
      return parseCountry(typed);
    case 'kana':
      return parseKana(typed, { max: textMax });
    case 'company':
      return parseText(typed, { min: 1, max: companyMax });
    case 'loginId':
      return parseText(typed, { min: 1, max: loginIdMax });
    default:
      return parseText(typed, { min: 1, max: textMax });
  }
}
