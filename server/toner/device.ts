import { sql } from 'kysely';
import { z } from 'zod';
import { civilDay } from '../../domain/site/civil-day.ts';
import type { App, Site } from '../kernel/app.ts';
import { reachableDevice } from '../kernel/access.ts';
import { after, daysMs } from '../kernel/clock.ts';
import type { Scope } from '../kernel/session.ts';
import { candidatesOf, versionOfManager } from './managers.ts';
import { everySupply, orderOf, tonerRows, type TonerRow } from './rows.ts';
import { managerView, presentManager, presentSupply, supplyView } from './schemas.ts';
import { findSupply } from './supplies.ts';
import { levelsOf } from './trends.ts';

export const historyDays = 90;

export const deviceToner = z.strictObject({
  supplies: z.array(supplyView),
  /** Levels at the end of days, in per cent of a full one, in the order of `supplies`; days without reports are left out. */
  history: z.array(z.strictObject({ day: z.iso.date(), levels: z.array(z.number().nullable()) })),
  manager: managerView.nullable(),
  /** Whether the caller may choose the manager, and out of whom. */
  mayChoose: z.boolean(),
  candidates: z.array(managerView),
  timeZone: z.string(),
});
export type DeviceToner = z.infer<typeof deviceToner>;

/** The supplies of one device that the caller may read; null where there is none, or it has none. */
export async function showDevice(
  app: App,
  site: Site,
  scope: Scope,
  deviceId: string,
  mayChange: boolean,
): Promise<{ body: DeviceToner; version: string } | null> {
  const wanted = tonerRows(site, scope, { ...everySupply, deviceId });
  const { rows } = await sql<TonerRow>`select * from (${wanted}) a order by ${orderOf('supply')}`.execute(app.db);
  const [first] = rows;
  if (!first) return null;
  const isOwn = first.organizationId === scope.organizationId;
  const mayChoose = isOwn && mayChange;
  const body = {
    supplies: rows.map((row) => presentSupply(site, row)),
    history: await historyOf(app, site, scope, deviceId, rows),
    manager: presentManager(first),
    mayChoose,
    candidates: mayChoose ? await candidatesOf(app.db, scope) : [],
    timeZone: site.timeZone,
  };
  return { body, version: versionOfManager(first.managerId) };
}

type Day = { day: string; firsts: (number | null)[]; lasts: (number | null)[]; highs: (number | null)[] };

async function historyOf(
  app: App,
  site: Site,
  scope: Scope,
  deviceId: string,
  rows: readonly TonerRow[],
): Promise<DeviceToner['history']> {
  const from = civilDay(after(scope.now, -historyDays * daysMs), site.timeZone);
  const place = { organization: 'v.organization_id', registration: 'v.registration_id' } as const;
  const { rows: days } = await sql<Day>`
    select v.day, v.firsts, v.lasts, v.highs from v_reading_days v
    where v.site_id = ${scope.siteId} and v.device_id = ${deviceId}::uuid and v.day > ${from}::date
      and v.registration_id = ${rows[0]?.registrationId}::uuid and ${reachableDevice(scope, 'read', place)}
    order by v.day`.execute(app.db);
  const levels = rows.map(({ model, supply }) => {
    const known = findSupply(site, model, supply);
    return new Map(known ? levelsOf(known, days).map(({ day, last }) => [day, last]) : []);
  });
  return days.map(({ day }) => ({ day, levels: levels.map((own) => own.get(day) ?? null) }));
}
