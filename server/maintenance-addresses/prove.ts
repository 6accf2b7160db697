import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { maintenanceAddressProblem } from './problems.ts';
import { findByLink } from './store.ts';

type Shown = { mail: string; organization: string; expiresAt: string };

/** What the page behind the link shows; looking changes nothing. */
export async function checkLink(tx: Tx, site: Site, token: string, now: Date): Promise<Outcome<Shown>> {
  const found = await findByLink(tx, site, token, now);
  if (!found) return { reply: maintenanceAddressProblem('link-invalid') };
  const body = { mail: found.mail, organization: found.name, expiresAt: found.expiresAt.toISOString() };
  return { reply: { status: 200, body } };
}

/** The opened link proves the address: from now on it gets the mails about alarms (E-02). */
export async function proveAddress(
  tx: Tx,
  site: Site,
  token: string,
  now: Date,
): Promise<Outcome<Pick<Shown, 'mail' | 'organization'>>> {
  const found = await findByLink(tx, site, token, now);
  if (!found) return { reply: maintenanceAddressProblem('link-invalid') };
  await tx
    .updateTable('maintenance_addresses')
    .set({ proved_at: now })
    .where('site_id', '=', site.id)
    .where('id', '=', found.id)
    .execute();
  const data = { organization: found.organizationId, address: found.id };
  return {
    reply: { status: 200, body: { mail: found.mail, organization: found.name } },
    events: [{ what: 'maintenance-addresses.proved', subject: `organization/${found.organizationId}`, data }],
  };
}
