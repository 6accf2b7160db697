import { roles, type Role } from '../../domain/accounts/permissions.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';

/** What a role is called in files. */
export function roleWords(language: Language): (role: string) => string {
  const say = translatorFor(language, 'headings');
  const words = new Map(roles.map((role: Role) => [role as string, say(`members.roles.${role}`)]));
  return (role) => words.get(role) ?? role;
}
