import { normaliseLoginId } from '../../../domain/accounts/login-id.ts';
import { parseMailAddress } from '../../../domain/identifiers/mail-address.ts';
import type { Tx } from '../../kernel/database.ts';

export type OwnedAccount = { id: string; mail: string };

/** Of an address with very many accounts so many are answered for. */
const accountsMax = 50;

function openAccounts(tx: Tx, siteId: string) {
  return tx
    .selectFrom('users as u')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'u.site_id').onRef('o.id', '=', 'u.organization_id'),
    )
    .select(['u.id', 'u.mail'])
    .where('u.site_id', '=', siteId)
    .where('u.mail', '<>', '')
    .where('u.ended_at', 'is', null)
    .where('o.closed_at', 'is', null)
    .orderBy('u.id')
    .limit(accountsMax);
}

/** The account with the login ID that was typed, in the form in which login takes it; one or none. */
export async function findByLoginId(tx: Tx, siteId: string, typed: string): Promise<OwnedAccount[]> {
  return openAccounts(tx, siteId).where('u.login_id', '=', normaliseLoginId(typed)).execute();
}

/** Every account of an address, in whatever case it was typed. */
export async function findByMail(tx: Tx, siteId: string, typed: string): Promise<OwnedAccount[]> {
  const mail = parseMailAddress(typed);
  if (!mail.ok) return [];
  return openAccounts(tx, siteId)
    .where((eb) => eb(eb.fn<string>('lower', ['u.mail']), '=', mail.value.toLowerCase()))
    .execute();
}
