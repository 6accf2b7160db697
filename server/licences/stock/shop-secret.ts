import { createHmac } from 'node:crypto';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { Site } from '../../kernel/app.ts';
import type { KeyProvider } from '../../kernel/key-provider.ts';

/** The name of the shop's master at the key provider; null where the site has no shop. */
export function shopMaster(site: Site): string | null {
  const { shop } = licenceOptions(site);
  return shop ? `${site.id}.${shop.master}` : null;
}

/** What the shop signs with. The master itself never leaves the key provider. */
export async function shopSecret(provider: KeyProvider, site: Site): Promise<Buffer | null> {
  const name = shopMaster(site);
  if (!name) return null;
  const master = await provider.key(name, false);
  return createHmac('sha256', master).update(`licence shop ${site.id}`).digest();
}

/** As it is handed to the shop's operator, in the form that libraries of the convention take. */
export function writtenSecret(secret: Buffer): string {
  return `whsec_${secret.toString('base64')}`;
}
