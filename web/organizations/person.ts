import { parseMailAddress } from '../../domain/identifiers/mail-address.ts';
import { parseText } from '../../domain/identifiers/single-line.ts';
import type { Language } from '../../domain/site/languages.ts';

const nameMax = 100;

/** Somebody who is to be invited, as typed. */
export type TypedPerson = { name: string; mail: string; loginId: string; language: Language };
export type PersonField = Exclude<keyof TypedPerson, 'language'>;
export type PersonFault = { field: PersonField; code: string; params?: Record<string, string | number> | undefined };
export type LoginIdKind = 'mail' | 'issued' | 'chosen' | 'given';

/** Reads one out of what a draft has kept. */
export function readPerson(stored: unknown, language: Language): TypedPerson {
  const found = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const text = (field: PersonField): string => (typeof found[field] === 'string' ? found[field] : '');
  const kept = found['language'];
  return {
    name: text('name'),
    mail: text('mail'),
    loginId: text('loginId'),
    language: kept === 'ja' || kept === 'en' ? kept : language,
  };
}

/** What is wrong with it, as far as this browser can tell. */
export function personFaults(typed: TypedPerson, loginIdKind: LoginIdKind): PersonFault[] {
  const read = { name: parseText(typed.name, { min: 1, max: nameMax }), mail: parseMailAddress(typed.mail) };
  const faults = (['name', 'mail'] as const).flatMap((field): PersonFault[] => {
    const one = read[field];
    return one.ok ? [] : [{ field, code: `identifiers/${one.code}`, params: one.params }];
  });
  if (loginIdKind === 'given' && typed.loginId.trim() === '')
    faults.push({ field: 'loginId', code: 'identifiers/required' });
  return faults;
}

/** The body of a request. */
export function toInvited({ name, mail, loginId, language }: TypedPerson, loginIdKind: LoginIdKind) {
  return { name, mail, language, ...(loginIdKind === 'given' && { loginId }) };
}
