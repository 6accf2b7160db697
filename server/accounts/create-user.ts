import type { NewsWay } from '../../domain/accounts/news.ts';
import type { Role } from '../../domain/accounts/permissions.ts';
import type { Language } from '../../domain/site/languages.ts';
import type { Tx } from '../kernel/database.ts';
import { newId } from '../kernel/ids.ts';

/** Stands where a password's hash would; no password matches it, so the account opens with a mailed link only. */
export const noPassword = '!';

export type NewUser = {
  organizationId: string;
  loginId: string;
  name: string;
  mail: string;
  role: Role;
  language: Language;
  news: boolean;
  /** By which way they said that they want news; by the sign-up, where it is left out. */
  newsWay?: NewsWay;
  passwordHash: string;
  department?: string | null;
  kana?: string | null;
  /** Somebody else chose the password and hands it over; it must be changed at the first login. */
  passwordInitial?: boolean;
  /** Somebody else chose the password; its owner is asked about it at each login, and not held up (camera, L-01). */
  passwordTemporary?: boolean;
  /** Somebody else wrote the address down; a link that went there has not been used yet (L-01). */
  mailUnproved?: boolean;
};

/** Makes a user; null when the login ID is taken, in whatever case. The caller writes the event. */
export async function createUser(tx: Tx, siteId: string, wished: NewUser, now: Date): Promise<string | null> {
  const created = await tx
    .insertInto('users')
    .values({
      site_id: siteId,
      id: newId(),
      organization_id: wished.organizationId,
      login_id: wished.loginId,
      name: wished.name,
      mail: wished.mail,
      role: wished.role,
      language: wished.language,
      news: wished.news,
      news_at: wished.news ? now : null,
      news_way: wished.news ? (wished.newsWay ?? 'sign-up') : null,
      password_hash: wished.passwordHash,
      department: wished.department ?? null,
      kana: wished.kana ?? null,
      password_changed_at: now,
      password_initial: wished.passwordInitial ?? false,
      password_temporary: wished.passwordTemporary ?? false,
      mail_unproved_since: wished.mailUnproved ? now : null,
      created_at: now,
      last_login_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return created?.id ?? null;
}
