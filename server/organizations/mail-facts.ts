import type { Role } from '../../domain/accounts/permissions.ts';
import { rights } from '../../domain/organizations/options.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import type { PlannedMail } from '../mail/plan.ts';

/** Somebody a mail goes to or speaks of, whether or not the account has ended; erased people are nobody. */
export async function findPerson(db: Database | Tx, siteId: string, userId: unknown) {
  const row = await db
    .selectFrom('users')
    .select(['name', 'mail', 'language', 'login_id as loginId'])
    .where('site_id', '=', siteId)
    .where('id', '=', String(userId))
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row ? { ...row, language: row.language as Language } : null;
}

export async function toPerson(tx: Tx, siteId: string, userId: unknown): Promise<PlannedMail[]> {
  const person = await findPerson(tx, siteId, userId);
  return person && person.mail !== '' ? [{ recipient: person.mail, language: person.language }] : [];
}

/** The owners of an organization, each address once. */
export async function toOwners(tx: Tx, siteId: string, organizationId: unknown): Promise<PlannedMail[]> {
  const rows = await tx
    .selectFrom('users')
    .select(['mail', 'language'])
    .where('site_id', '=', siteId)
    .where('organization_id', '=', String(organizationId))
    .where('role', '=', 'owner')
    .where('mail', '<>', '')
    .where('erased_at', 'is', null)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .execute();
  return onceEach(rows.map((row) => ({ recipient: row.mail, language: row.language as Language })));
}

export function onceEach(mails: readonly PlannedMail[]): PlannedMail[] {
  return [...new Map(mails.map((mail) => [mail.recipient, mail])).values()];
}

/** `id` null stands for the maker. */
export async function nameOfOrganization(db: Database, site: Site, id: unknown, language: Language): Promise<string> {
  const row =
    typeof id === 'string'
      ? await db
          .selectFrom('organizations')
          .select('name')
          .where('site_id', '=', site.id)
          .where('id', '=', id)
          .executeTakeFirst()
      : null;
  return row?.name || (id ? someone(language) : (site.maker ?? site.name)[language]);
}

export async function nameOfPerson(db: Database, siteId: string, userId: unknown, language: Language): Promise<string> {
  return (await findPerson(db, siteId, userId))?.name || someone(language);
}

export function someone(language: Language): string {
  return translatorFor(language, 'mail')('someone');
}

/** The word for a role in a mail. */
export function roleWord(role: unknown, language: Language): string {
  return translatorFor(language, 'mail')(`roles.${role as Role}`);
}

/** The words for what was granted, in one line. */
export function rightWords(granted: unknown, language: Language): string {
  const say = translatorFor(language, 'mail');
  const words = rights
    .filter((right) => Array.isArray(granted) && granted.includes(right))
    .map((right) => say(`rights.${right}`));
  return words.join(language === 'ja' ? '、' : ', ');
}

/** The maker's own organization: where its operators' pages are. */
export async function makerOf(db: Database, siteId: string): Promise<string> {
  const { id } = await db
    .selectFrom('organizations')
    .select('id')
    .where('site_id', '=', siteId)
    .where('kind', '=', 'maker')
    .executeTakeFirstOrThrow();
  return id;
}
