import {
  publishedKey,
  signingKeyOf,
  type PublishedKey,
  type SigningKey,
} from '../../../domain/licences/entitlement.ts';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Database } from '../../kernel/database.ts';
import type { KeyProvider } from '../../kernel/key-provider.ts';
import { openKey } from '../../kernel/key-ring.ts';

/** The name at the key provider; devices know the pair by the last part. */
function masterName(site: Site, name: string): string {
  return `${site.id}.${name}`;
}

const made = new WeakMap<App, Map<string, SigningKey>>();

/** A pair is made once; the master is asked for once, too, as thousands of answers are signed together. */
async function keyNamed(app: App, site: Site, name: string): Promise<SigningKey> {
  const known = made.get(app) ?? new Map<string, SigningKey>();
  made.set(app, known);
  const of = masterName(site, name);
  const key = known.get(of) ?? signingKeyOf(await app.keyProvider.key(of, false), site.id, name);
  known.set(of, key);
  return key;
}

/** With what the site signs now; throws where the key provider is away. */
export function signingKey(app: App, site: Site): Promise<SigningKey> {
  return keyNamed(app, site, licenceOptions(site).entitlement.master);
}

/** Everything by which devices may have to check what this site signed. */
export async function publishedKeys(app: App, site: Site): Promise<PublishedKey[]> {
  const { master, former } = licenceOptions(site).entitlement;
  const keys: PublishedKey[] = [];
  for (const name of new Set([master, ...former])) keys.push(publishedKey(await keyNamed(app, site, name)));
  return keys;
}

/** Opens the signing keys at start: a missing one stops it rather than the first device. */
export async function openSigningKeys(db: Database, provider: KeyProvider, site: Site): Promise<void> {
  const { master, former } = licenceOptions(site).entitlement;
  for (const name of new Set([master, ...former])) await openKey(db, provider, masterName(site, name));
}
