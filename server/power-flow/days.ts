import { sql } from 'kysely';
import { baseMs, energyOf, type FlowEnergy } from '../../domain/power-flow/flow-energy.ts';
import { addDays } from '../../domain/power-flow/span.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import { startOfDay } from '../../domain/site/civil-time.ts';
import { after } from '../kernel/clock.ts';
import type { Database, Tx } from '../kernel/database.ts';
import type { RollUpTaker } from '../readings/roll-up-taker.ts';
import { spansOf, type FlowDevice } from './device.ts';
import { readSamples } from './samples.ts';

/** So many days up to today may not be rolled up yet; they are summed up out of their messages when somebody asks. */
const openDays = 3;

/** A day as far as it is over and belongs to the span; null where none of it does. */
export type DayPart = { from: Date; until: Date; minutes: number };
export type Energies = readonly (FlowEnergy | null)[];

export function partOfDay(
  { timeZone, from, until }: Pick<FlowDevice, 'timeZone' | 'from' | 'until'>,
  day: string,
  now: Date,
): DayPart | null {
  const starts = [startOfDay(day, timeZone), from];
  const ends = [startOfDay(addDays(day, 1), timeZone), now, ...(until ? [until] : [])];
  const part = {
    from: new Date(Math.max(...starts.map(Number))),
    until: new Date(Math.min(...ends.map(Number))),
  };
  const minutes = Math.round((part.until.getTime() - part.from.getTime()) / 60_000);
  return minutes > 0 ? { ...part, minutes } : null;
}

/** What flowed in a day, out of its messages. */
async function sumUp(tx: Database | Tx, device: FlowDevice, part: DayPart): Promise<Energies | null> {
  const samples = await readSamples(tx, device, after(part.from, -baseMs), part.until);
  if (!samples.some(({ timeMs }) => timeMs >= part.from.getTime())) return null;
  const [fromMs, untilMs] = [part.from.getTime(), part.until.getTime()];
  return device.sources.map((source) => source && energyOf(source, samples, fromMs, untilMs));
}

/** Sums up the days of each owner that a rolled-up day of the site touches. */
export const sumUpDays: RollUpTaker = async (tx, site, { deviceKey, from, until }, now) => {
  if (!('power-flow' in site.capabilities)) return;
  for (const device of await spansOf(tx, site, deviceKey, { from, until })) {
    const last = civilDay(after(until, -1), device.timeZone);
    for (let day = civilDay(from, device.timeZone); day <= last; day = addDays(day, 1)) {
      const part = partOfDay(device, day, now);
      const energies = part && (await sumUp(tx, device, part));
      if (energies) await store(tx, device, day, energies, startOfDay(addDays(day, 1), device.timeZone) <= until);
    }
  }
};

async function store(tx: Tx, device: FlowDevice, day: string, energies: Energies, whole: boolean): Promise<void> {
  const wh = `{${energies.map((one) => one?.wh ?? 'NULL').join()}}`;
  const minutes = `{${energies.map((one) => one?.minutes ?? 0).join()}}`;
  await sql`
    insert into power_flow_days (site_id, registration_id, day, wh, minutes, whole)
    values (${device.siteId}, ${device.registrationId}, ${day}, ${wh}::float8[], ${minutes}::smallint[], ${whole})
    on conflict (site_id, registration_id, day)
      do update set wh = excluded.wh, minutes = excluded.minutes, whole = excluded.whole`.execute(tx);
}

type Kept = { day: string; wh: (number | null)[]; minutes: number[]; whole: boolean };

/** What flowed in each of these days, in order; days of which nothing is known are left out. */
export async function energiesOf(
  db: Database,
  device: FlowDevice,
  days: readonly string[],
  now: Date,
): Promise<Map<string, Energies>> {
  const { rows } = await sql<Kept>`
    select day, wh, minutes, whole from power_flow_days
    where site_id = ${device.siteId} and registration_id = ${device.registrationId} and day = any(${[...days]}::date[])
    order by day`.execute(db);
  const kept = new Map(rows.map((row) => [row.day, row]));
  const today = civilDay(now, device.timeZone);
  const open = Array.from({ length: openDays }, (_, back) => addDays(today, -back));
  const all = new Map<string, Energies>();
  for (const day of days) {
    const row = kept.get(day);
    const part = !row?.whole && open.includes(day) ? partOfDay(device, day, now) : null;
    const energies = part ? await sumUp(db, device, part) : row && energiesIn(device, row);
    if (energies) all.set(day, energies);
  }
  return all;
}

function energiesIn({ sources }: FlowDevice, { wh, minutes }: Kept): Energies {
  return sources.map((source, at) => source && { wh: wh[at] ?? null, minutes: minutes[at] ?? 0 });
}
