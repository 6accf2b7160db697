import type { Database, Tx } from '../../kernel/database.ts';

/** The address of somebody, where it says whose a mail is: one address may own several login IDs, and then its mails may be another account's. */
export async function ownMailOf(db: Database | Tx, siteId: string, userId: string): Promise<string | null> {
  const { mail } = await db
    .selectFrom('users')
    .select('mail')
    .where('site_id', '=', siteId)
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  if (mail === '') return null;
  const other = await db
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '<>', userId)
    .where((eb) => eb(eb.fn<string>('lower', ['mail']), '=', mail.toLowerCase()))
    .executeTakeFirst();
  return other ? null : mail;
}
