import type { App } from '../../server/kernel/app.ts';
import { writeEvents } from '../../server/kernel/events.ts';
import { handOverAgain } from '../../server/mail/failed/hand-over.ts';

/** Has every mail that was refused for good sent again, as operators do once they know why. How many. */
export async function handOverDeadMails({ db, clock }: App): Promise<number> {
  const dead = await db.selectFrom('mails').select(['site_id', 'id']).where('state', '=', 'dead').execute();
  for (const { site_id: siteId, id } of dead)
    await db.transaction().execute(async (tx) => {
      const now = clock.now();
      const scope = { siteId, organizationId: '', userId: '', now };
      const { events = [] } = await handOverAgain(tx, scope, id);
      await writeEvents(tx, { siteId, actor: { kind: 'command' }, now, requestId: null }, events);
    });
  return dead.length;
}
