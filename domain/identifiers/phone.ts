import {
  type CountryCode,
  getExampleNumber,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { fail, pass, type Verdict } from '../verdict.ts';
import { normaliseCode } from './code.ts';

const charactersMax = 40;
const e164CharactersMax = 16; // ITU-T E.164: the plus sign and at most 15 digits
// Where most readers are a number of an office; elsewhere the made-up one that comes with the numbering plan.
const samples: Record<string, string> = { JP: '03-1234-5678', US: '+1 212 555 0123', GB: '+44 20 7946 0123' };
const anySample = '+81 3-1234-5678';

/** How a phone number of `country` looks, for the words beside a field. */
export function phoneSample(country: string): string {
  const supportedCountry = supported(country);
  const example = supportedCountry && getExampleNumber(supportedCountry, examples)?.formatInternational();
  return samples[country] ?? example ?? anySample;
}

/**
 * Reads a phone number as written in `country` (ISO 3166-1 alpha-2) or with its `+` prefix; full width and every
 * kind of hyphen are taken (P-18).
 * @returns E.164, e.g. `+81312345678`. The number has a possible length; that it is in use is not checked.
 */
export function parsePhone(text: string, country: string): Verdict<string, 'required' | 'phone'> {
  const typed = normaliseCode(text);
  if (typed === '') return fail('required');
  const wrong = fail('phone', { sample: phoneSample(country) });
  if (typed.length > charactersMax || /[^0-9+()\-\s./]/u.test(typed)) return wrong;
  const number = parsePhoneNumberFromString(typed, supported(country));
  return number?.isPossible() && number.number.length <= e164CharactersMax ? pass(number.number) : wrong;
}

/** Shows a stored number the local way for numbers of `country`, else internationally. */
export function formatPhone(e164: string, country: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return e164;
  return number.country === supported(country) && number.country
    ? number.formatNational()
    : number.formatInternational();
}

// A number typed for a country without phone metadata can still be read when it carries its prefix.
function supported(country: string): CountryCode | undefined {
  return isSupportedCountry(country) ? country : undefined;
}
