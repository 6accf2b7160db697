import { isDeepStrictEqual } from 'node:util';
import type { SiteCode } from '../capability.ts';
import type { Site } from '../kernel/app.ts';
import type { Database } from '../kernel/database.ts';

/** Site data that no longer fits what the database holds; the message says what to do. */
export class ChangedSite extends Error {}

/**
 * Writes the site and its codes into the database, or refuses a start that changes or drops a code: rows refer to it
 * and would change their meaning.
 */
export async function rememberSite(db: Database, site: Site, present: readonly SiteCode[], now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('sites')
      .values({ id: site.id, first_seen_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const known = await tx
      .selectFrom('site_codes')
      .select(['kind', 'code', 'fixed'])
      .where('site_id', '=', site.id)
      .execute();
    const faults = known.flatMap((old) => {
      const given = present.find((one) => one.kind === old.kind && one.code === old.code);
      if (!given) return [`the ${old.kind} "${old.code}" is gone; keep it in the site's data, rows refer to it`];
      if (isDeepStrictEqual(given.fixed, old.fixed)) return [];
      return [
        `the ${old.kind} "${old.code}" changed from ${JSON.stringify(old.fixed)} to ${JSON.stringify(given.fixed)}; put it back and add a new one beside it`,
      ];
    });
    if (faults.length > 0)
      throw new ChangedSite(`the data of site "${site.id}" no longer fit the database:\n  ${faults.join('\n  ')}`);
    const fresh = present.filter((one) => !known.some((old) => old.kind === one.kind && old.code === one.code));
    if (fresh.length === 0) return;
    await tx
      .insertInto('site_codes')
      .values(fresh.map(({ kind, code, fixed }) => ({ site_id: site.id, kind, code, fixed: JSON.stringify(fixed) })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}
