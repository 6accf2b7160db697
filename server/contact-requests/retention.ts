import { contactRequestOptions } from '../../domain/site/capabilities.ts';
import { after, daysMs } from '../kernel/clock.ts';
import { writeEvents } from '../kernel/events.ts';
import type { Job } from '../kernel/jobs.ts';
import { forgetRequests } from './erase.ts';

const batchMax = 500;

/** Forgets what was answered or closed so long ago as the site's data say; `keptUntil` of the rules is the same condition for one. */
export const contactRequestRetention: Job = {
  name: 'contact-requests',
  async run({ db, sites }, now) {
    for (const site of sites.values()) {
      if (!('contact-requests' in site.capabilities)) continue;
      const { keptDays } = contactRequestOptions(site);
      await db.transaction().execute(async (tx) => {
        const old = await tx
          .selectFrom('contact_requests')
          .select('id')
          .where('site_id', '=', site.id)
          .where('settled_at', '<=', after(now, -keptDays * daysMs))
          .orderBy('settled_at')
          .limit(batchMax)
          .forUpdate()
          .skipLocked()
          .execute();
        if (old.length === 0) return;
        await forgetRequests(
          tx,
          site.id,
          old.map(({ id }) => id),
        );
        const cause = { siteId: site.id, actor: { kind: 'system' }, now, requestId: null } as const;
        await writeEvents(
          tx,
          cause,
          old.map(({ id }) => ({
            what: 'contact-request.forgotten',
            subject: `contact-request/${id}`,
            data: { request: id },
          })),
        );
      });
    }
  },
};
