import { fail, pass, type Verdict } from '../verdict.ts';

const charactersMax = 254; // RFC 5321, 4.5.3.1.3, without the angle brackets
const localPart = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/u;
const label = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/u;

/**
 * Reads a mail address by the rule of HTML's e-mail field, which also takes the odd dots of old carrier addresses;
 * a domain needs at least two labels. Full-width letters are taken as half-width ones, the domain is put in lower case,
 * the local part stays as written because only its host may judge its case.
 */
export function parseMailAddress(text: string): Verdict<string, 'required' | 'mail-address' | 'mail-address-long'> {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return fail('required');
  if (typed.length > charactersMax) return fail('mail-address-long', { max: charactersMax });
  const at = typed.lastIndexOf('@');
  const labels = typed.slice(at + 1).split('.');
  const right =
    at > 0 && localPart.test(typed.slice(0, at)) && labels.length > 1 && labels.every((one) => label.test(one));
  return right ? pass(typed.slice(0, at) + typed.slice(at).toLowerCase()) : fail('mail-address');
}
