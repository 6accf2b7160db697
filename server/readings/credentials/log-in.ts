import type { App } from '../../kernel/app.ts';
import { insideId, outsideId, outsideIdPattern } from '../../kernel/ids.ts';
import { metricsOf, type CredentialedReporter } from '../reporter.ts';
import { findHolder, noteLockedHolder } from './store.ts';

const secretCharactersMax = 64;
const namePattern = outsideIdPattern('deviceCredential');

/** Who a device is that comes with this name (`crd_…`) and secret; null for every reason why not. */
export async function logInDevice(app: App, name: string, secret: string): Promise<CredentialedReporter | null> {
  if (!namePattern.test(name) || secret.length === 0 || secret.length > secretCharactersMax) return null;
  const credentialId = insideId(name);
  const holder = await findHolder(app.db, credentialId, secret);
  if (!holder) await noteLockedHolder(app.db, credentialId, secret, app.clock.now());
  const site = holder && app.sites.get(holder.siteId);
  if (!holder || !site || !('readings' in site.capabilities)) return null;
  const { deviceId, deviceKey, model } = holder;
  return {
    site,
    credentialId,
    deviceId,
    deviceKey,
    device: outsideId('device', deviceId),
    table: metricsOf(site, model),
  };
}

/** Name and secret out of an `Authorization: Basic …` header. */
export function readBasic(header: string | null): { name: string; secret: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]{1,400})$/i.exec(header ?? '')?.[1];
  if (!encoded) return null;
  const [name = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
  return { name, secret: rest.join(':') };
}
