import { randomBytes } from 'node:crypto';
import { activationKeyImporter } from '../../server/registration-keys/importer.ts';
import { newId } from '../../server/kernel/ids.ts';
import type { TestServer } from './server.ts';

export type TestKey = { number: string; registrationId: string };

export function randomHex(digits: number): string {
  return randomBytes(digits / 2)
    .toString('hex')
    .toUpperCase();
}

/** Puts so many activation keys into a site and gives them as they stand on their sheets. */
export async function giveActivationKeys(
  server: Pick<TestServer, 'app'>,
  count: number,
  { site = 'conference', category = 'conference-unit', productNumber = 'EX-MP04', hex = randomHex } = {},
): Promise<TestKey[]> {
  const { app } = server;
  const of = app.sites.get(site);
  if (!of) throw new Error(`no site ${site}`);
  const keys = Array.from({ length: count }, () => ({ number: hex(16), registrationId: hex(16) }));
  const values = keys.map((key) => {
    const read = activationKeyImporter.readRow(of, { ...key, productNumber, purpose: '多地点接続', category }, '');
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    return read.value;
  });
  const scope = { siteId: site, organizationId: '', userId: '', now: app.clock.now() };
  await app.db.transaction().execute((tx) => activationKeyImporter.store(app, tx, of, scope, newId(), values));
  return keys;
}
