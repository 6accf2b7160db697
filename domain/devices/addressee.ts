import { parseMailAddress } from '../identifiers/mail-address.ts';
import { parseText } from '../identifiers/single-line.ts';
import type { Verdict } from '../verdict.ts';

/** Characters of a login ID or dealer code under which an organization is named. */
const nameCharactersMax = 64;

/**
 * Whom a device is offered to, as it is compared: a mail address, or a login ID (a dealer's code) where there is no @. Whether anybody has it
 * is never said.
 */
export function readAddressee(typed: string): Verdict<string> {
  const text = typed.normalize('NFKC').trim();
  const verdict: Verdict<string> = text.includes('@')
    ? parseMailAddress(text)
    : parseText(text, { min: 1, max: nameCharactersMax });
  return verdict.ok ? { ok: true, value: verdict.value.toLowerCase() } : verdict;
}
