import { sql } from 'kysely';
import type { RenewalOutlook } from '../../../domain/licences/codes.ts';
import { outlookOf } from '../../../domain/licences/course.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Database } from '../../kernel/database.ts';
import { readHoldings } from '../holdings.ts';
import { settleDueOf } from '../settle/settle.ts';

export type Ending = { licenceId: string; deviceId: string | null; outlook: RenewalOutlook };

/** What becomes, or became, of the licences of these customers that end at a moment, by licence. */
export async function outlooksAt(
  app: App,
  site: Site,
  customerIds: readonly string[],
  expiresAt: Date,
  now: Date,
): Promise<Ending[]> {
  await settleDueOf(app, site, customerIds, now);
  if (expiresAt <= now) return endingsPast(app.db, site.id, customerIds, expiresAt);
  const holdings = await readHoldings(app.db, site.id, customerIds, now);
  return [...holdings.values()].flatMap((holding) => outlookOf(holding, now, expiresAt));
}

/** As it came: what a licence served at its end, and whether another went on there at once. */
async function endingsPast(
  db: Database,
  siteId: string,
  customerIds: readonly string[],
  expiresAt: Date,
): Promise<Ending[]> {
  const { rows } = await sql<Ending>`
    select l.id as "licenceId", p.device_id as "deviceId",
      case when p.device_id is null then 'unused'
        when exists (select from licence_placements n where n.site_id = p.site_id and n.device_id = p.device_id
          and n.from_at = p.until_at and n.until_at > n.from_at) then 'renewed'
        else 'not-renewed' end as outlook
    from licences l
    left join licence_placements p on p.site_id = l.site_id and p.licence_id = l.id and p.until_at = l.expires_at
      and p.from_at < p.until_at
    where l.site_id = ${siteId} and l.customer_id = any(${[...customerIds]}::uuid[]) and l.expires_at = ${expiresAt}::timestamptz
    order by l.id`.execute(db);
  return rows;
}
