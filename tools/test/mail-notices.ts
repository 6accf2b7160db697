import type { Role } from '../../domain/accounts/permissions.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { newColleague, newOrganization, type Colleague } from './organizations.ts';
import { printerSite } from './printers.ts';
import type { TestServer } from './server.ts';

/** Somebody at a portal, of printers unless another is named, whom mails reach: they have logged in after a link that was mailed to them. */
export async function newReached(
  server: Pick<TestServer, 'app' | 'url'>,
  {
    site = printerSite,
    organization,
    role = 'owner',
    language = 'ja',
  }: { site?: string; organization?: string; role?: Role; language?: 'ja' | 'en' } = {},
): Promise<Colleague> {
  const own = organization ?? (await newOrganization(server, 'customer', '見本商事', site));
  const colleague = await newColleague(server, own, role, { siteId: site, language });
  await server.app.db
    .updateTable('users')
    .set({ last_login_at: server.app.clock.now() })
    .where('site_id', '=', site)
    .where('id', '=', insideId(colleague.id))
    .execute();
  return colleague;
}
