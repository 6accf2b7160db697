import { z } from 'zod';
import { addressesMax } from '../../domain/maintenance-addresses/addresses.ts';
import { languages } from '../../domain/site/languages.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { instant, outsideIdSchema } from '../kernel/http/schemas.ts';
import { outsideId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/session.ts';
import { accountAddresses, type AddressRow } from './store.ts';

/** `waiting`: the link can still be opened; `over`: another has to be sent. */
const addressStates = ['proved', 'waiting', 'over'] as const;

export const addressesView = z.strictObject({
  items: z.array(
    z.strictObject({
      id: outsideIdSchema('maintenanceAddress'),
      mail: z.string(),
      language: z.enum(languages),
      state: z.enum(addressStates),
      expiresAt: instant.nullable(),
    }),
  ),
  /** Where the mails go today: the proved ones, or without any the account's own. */
  receivers: z.array(z.string()),
  toAccount: z.boolean(),
  max: z.int(),
});
export type AddressesView = z.infer<typeof addressesView>;

export async function presentAddresses(
  db: Database | Tx,
  scope: Scope,
  rows: readonly AddressRow[],
): Promise<AddressesView> {
  const proved = rows.filter(({ provedAt }) => provedAt !== null);
  const toAccount = proved.length === 0;
  return {
    items: rows.map(({ id, mail, language, provedAt, proofExpiresAt }) => ({
      id: outsideId('maintenanceAddress', id),
      mail,
      language,
      state: provedAt ? 'proved' : proofExpiresAt > scope.now ? 'waiting' : 'over',
      expiresAt: provedAt ? null : proofExpiresAt.toISOString(),
    })),
    receivers: toAccount ? await accountAddresses(db, scope) : proved.map(({ mail }) => mail),
    toAccount,
    max: addressesMax,
  };
}
