import type { Contributions } from '../devices/contribution.ts';
import { registerDevice } from '../devices/registration/register.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import { writeEvents } from '../kernel/events.ts';
import { isProblem } from '../kernel/http/problem.ts';
import type { Scope } from '../kernel/session.ts';
import { isRegistered } from './devices.ts';
import { fittingAt, type Values } from './fitting.ts';

export type Registered = { serial: string; claimCode: string; values: Values };

/** Registers a device of the demo as its owner did so many days ago, where nobody has yet. */
export async function registerOnce(
  app: App,
  site: Site,
  contributions: Contributions,
  owner: { organizationId: string; daysAgo: number },
  { serial, claimCode, values }: Registered,
): Promise<void> {
  if (await isRegistered(app, site, { serial })) return;
  const scope = await ownerScope(app, site, owner);
  await app.db.transaction().execute(async (tx) => {
    const asked = { app, tx, site, scope, address: null, contributions };
    const { reply, events } = await registerDevice(asked, { serial, claimCode, values: fittingAt(site, values) });
    if (isProblem(reply)) throw new Error(`the demo device ${serial} was not registered: ${reply.code}`);
    const actor = { kind: 'user', id: scope.userId, organizationId: scope.organizationId } as const;
    await writeEvents(tx, { siteId: site.id, actor, now: scope.now, requestId: null }, events ?? []);
  });
}

/** The owner of an organization, so many days ago. */
export async function ownerScope(
  app: App,
  site: Site,
  { organizationId, daysAgo }: { organizationId: string; daysAgo: number },
): Promise<Scope> {
  const { id } = await app.db
    .selectFrom('users')
    .select('id')
    .where('site_id', '=', site.id)
    .where('organization_id', '=', organizationId)
    .where('role', '=', 'owner')
    .orderBy('created_at')
    .executeTakeFirstOrThrow();
  return { siteId: site.id, organizationId, userId: id, now: after(app.clock.now(), -daysAgo * daysMs) };
}
