import { createHmac, type KeyObject } from 'node:crypto';
import type { ServerKeys } from './app.ts';
import type { Database } from './database.ts';
import type { KeyProvider } from './key-provider.ts';

const serverKeyNames = {
  rest: 'server.rest',
  proofs: 'server.proofs',
  registrationIds: 'server.registration-ids',
} as const;

/** Names a key without giving anything of it away. */
export function fingerprint(key: KeyObject): string {
  return createHmac('sha256', key).update('engawa fingerprint').digest('hex').slice(0, 32);
}

/**
 * Opens a master secret by name. The database remembers its fingerprint: a key is made only where the database has never
 * seen one of that name, and a lost or exchanged one stops the start before it does harm.
 */
export async function openKey(db: Database, provider: KeyProvider, name: string): Promise<KeyObject> {
  const known = await db.selectFrom('key_masters').select('fingerprint').where('name', '=', name).executeTakeFirst();
  const key = await provider.key(name, !known);
  const found = fingerprint(key);
  if (known && known.fingerprint !== found) {
    throw new Error(
      `the master secret "${name}" is not the one this database was used with; restore the right one from your backup`,
    );
  }
  await db
    .insertInto('key_masters')
    .values({ name, fingerprint: found })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return key;
}

/** The keys that belong to no site. */
export async function openServerKeys(db: Database, provider: KeyProvider): Promise<ServerKeys> {
  const open = (name: string) => openKey(db, provider, name);
  return {
    rest: await open(serverKeyNames.rest),
    proofs: await open(serverKeyNames.proofs),
    registrationIds: await open(serverKeyNames.registrationIds),
  };
}
