import { roles, type Role } from '../../../domain/accounts/permissions.ts';
import type { Language } from '../../../domain/site/languages.ts';
import { readPerson, type TypedPerson } from '../person.ts';

export type InviteDraft = {
  person: TypedPerson;
  role: Role;
  /** The key under which it was sent, kept so that a repeat is no second invitation. */
  key: string;
  sent: boolean;
};

export function emptyInvite(language: Language): InviteDraft {
  return { person: readPerson(null, language), role: 'member', key: '', sent: false };
}

/** Makes sense of what is stored; anything else is as if it were empty. */
export function readInvite(stored: Record<string, unknown>, language: Language): InviteDraft {
  return {
    person: readPerson(stored['person'], language),
    role: roles.find((role) => role === stored['role']) ?? 'member',
    key: typeof stored['key'] === 'string' ? stored['key'] : '',
    sent: stored['sent'] === true,
  };
}
