import { sql } from 'kysely';
import { civilDay } from '../../domain/site/civil-day.ts';
import { shareOf } from '../../domain/toner/levels.ts';
import { trendOf, trendDays, type DayLevel } from '../../domain/toner/trend.ts';
import type { Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import type { RollUpTaker } from '../readings/roll-up-taker.ts';
import { suppliesAt, type ModelSupply } from './supplies.ts';

/** A few more than count, so that a supply put in before them is not forgotten at once. */
const daysRead = trendDays * 3;

type Day = {
  registrationId: string;
  model: string;
  day: string;
  firsts: (number | null)[];
  lasts: (number | null)[];
  highs: (number | null)[];
};

/** Makes the trends of a device's supplies anew, of whoever had it on a day that was rolled up just now (C-12). */
export const makeTrends: RollUpTaker = async (tx, site, { deviceKey, from, until }, now) => {
  if (!('toner' in site.capabilities)) return;
  const { rows } = await sql<Day>`
    select v.registration_id as "registrationId", r.model, v.day, v.firsts, v.lasts, v.highs
    from v_registered_devices r
    join v_reading_days v on v.site_id = r.site_id and v.registration_id = r.registration_id
    where r.site_id = ${site.id} and r.device_key = ${deviceKey} and r.from_at < ${until} and coalesce(r.until_at, 'infinity') > ${from}
      and v.day > ${civilDay(after(now, -daysRead * daysMs), site.timeZone)}::date
    order by v.registration_id, v.day`.execute(tx);
  for (const [registrationId, days] of Map.groupBy(rows, (row) => row.registrationId))
    for (const supply of suppliesAt(site).filter(({ model }) => model === days[0]?.model))
      await store(tx, site, registrationId, supply, days, now);
};

/** The levels of a supply by day, in per cent of a full one. */
export function levelsOf(
  { ordinal, full }: ModelSupply,
  days: readonly Omit<Day, 'registrationId' | 'model'>[],
): DayLevel[] {
  return days.flatMap(({ day, firsts, lasts, highs }) => {
    const [first, last, most] = [firsts, lasts, highs].map((values) => shareOf(values[ordinal] ?? null, full));
    return typeof first === 'number' && typeof last === 'number' && typeof most === 'number'
      ? [{ day, first, last, most }]
      : [];
  });
}

async function store(
  tx: Tx,
  site: Site,
  registrationId: string,
  supply: ModelSupply,
  days: readonly Day[],
  now: Date,
): Promise<void> {
  const { days: known, rates, refilledOn } = trendOf(levelsOf(supply, days));
  await sql`
    insert into toner_trends as t (site_id, registration_id, supply, days, usual, slow, fast, refilled_on, made_at)
    values (${site.id}, ${registrationId}, ${supply.metric}, ${known}, ${rates?.usual ?? null}, ${rates?.slow ?? null},
      ${rates?.fast ?? null}, ${refilledOn}, ${now})
    on conflict (site_id, registration_id, supply) do update set days = excluded.days, usual = excluded.usual, slow = excluded.slow,
      fast = excluded.fast, refilled_on = coalesce(excluded.refilled_on, t.refilled_on), made_at = excluded.made_at`.execute(
    tx,
  );
}
