import { sql } from 'kysely';
import { baseMs, energyOf, type FlowEnergy, type Sample } from '../../domain/power-flow/flow-energy.ts';
import { flowIndex, meters, stores, type Flow, type StoreName } from '../../domain/power-flow/flows.ts';
import { flowsNow, saidMs, type RawSample } from '../../domain/power-flow/now.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import { startOfDay } from '../../domain/site/civil-time.ts';
import { secondsMs, after } from '../kernel/clock.ts';
import type { App } from '../kernel/app.ts';
import type { FlowDevice } from './device.ts';
import { readSamples, within } from './samples.ts';

/** What is summed up from powers is made anew at most so often; what the device counts itself is always that of now. */
const summedEveryMs = 20 * secondsMs;
const summedMax = 1_000;
const samplesMax = 1_000;

export type MeterNow = { name: (typeof meters)[number]; watts: number | null; todayWh: number | null };
export type StoreNow = {
  name: StoreName;
  watts: number | null;
  chargePercent: number | null;
  /** As the device says it. */
  state: string | null;
  chargedTodayWh: number | null;
  dischargedTodayWh: number | null;
};
export type Trouble = { severity: string; count: number };
export type PictureNow = {
  now: string;
  /** Of the newest report; null before the first. */
  at: string | null;
  timeZone: string;
  meters: MeterNow[];
  stores: StoreNow[];
  trouble: Trouble | null;
  /** It belongs to somebody else by now; what is shown is how it was. */
  ended: boolean;
};

/** What flows at a device now, as it was measured. */
export async function readPicture(app: App, device: FlowDevice, now: Date): Promise<PictureNow> {
  const newest = await readNewest(app, device);
  const samples = newest.at ? await readRaw(app, device, newest.at) : [];
  const said = flowsNow(device.places, samples);
  const today = newest.at ? await energiesToday(app, device, newest.at, now) : [];
  const todayWh = (flow: Flow) => {
    const wh = today[flowIndex(flow)]?.wh ?? null;
    return wh === null ? null : Math.round(wh);
  };
  return {
    now: now.toISOString(),
    at: newest.at?.toISOString() ?? null,
    timeZone: device.timeZone,
    meters: meters.flatMap((name) => {
      const watts = said.meters[name];
      return watts === undefined ? [] : [{ name, watts, todayWh: todayWh(name) }];
    }),
    stores: stores.flatMap((name) => {
      const store = said.stores[name];
      if (!store) return [];
      return [
        { name, ...store, chargedTodayWh: todayWh(`${name}Charged`), dischargedTodayWh: todayWh(`${name}Discharged`) },
      ];
    }),
    trouble: newest.count > 0 ? { severity: newest.severity ?? 'unknown', count: newest.count } : null,
    ended: device.until !== null,
  };
}

type Newest = { at: Date | null; severity: string | null; count: number };

async function readNewest({ db }: App, { siteId, registrationId }: FlowDevice): Promise<Newest> {
  const { rows } = await sql<Newest>`
    select (select at from v_reading_latest where site_id = ${siteId} and registration_id = ${registrationId}) as at,
      (array_agg(severity order by rank desc))[1] as severity, count(*) as count
    from v_open_alarms where site_id = ${siteId} and registration_id = ${registrationId}`.execute(db);
  return rows[0] ?? { at: null, severity: null, count: 0 };
}

async function readRaw({ db }: App, device: FlowDevice, newest: Date): Promise<RawSample[]> {
  const { rows } = await sql<Omit<RawSample, 'timeMs'> & { at: Date }>`
    select at, measured, texts, marks from v_readings v
    where ${within(device, after(newest, -saidMs), after(newest, 1))} order by at desc limit ${samplesMax}`.execute(db);
  return rows.toReversed().map(({ at, ...rest }) => ({ ...rest, timeMs: at.getTime() }));
}

const summed = new Map<string, { atMs: number; energies: (FlowEnergy | null)[] }>();

/** What flowed today; nothing before the first report of the day. */
async function energiesToday(app: App, device: FlowDevice, newest: Date, now: Date): Promise<(FlowEnergy | null)[]> {
  const start = startOfDay(civilDay(now, device.timeZone), device.timeZone);
  const from = device.from > start ? device.from : start;
  if (newest < from) return [];
  const ends = await readEnds(app, device, from, newest);
  const needsSum = device.sources.some((source) => source?.energy === null);
  const all = needsSum ? await sumToday(app, device, from, now) : [];
  return device.sources.map((source, at) => {
    if (!source) return null;
    if (source.energy === null) return all[at] ?? null;
    return energyOf(source, ends, from.getTime(), newest.getTime());
  });
}

/** The values of counters where the day begins, or where they are first known in it, and where they stand now. */
async function readEnds({ db }: App, device: FlowDevice, from: Date, newest: Date): Promise<Sample[]> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(v.at) as at from v_readings v where ${within(device, after(from, -baseMs), after(newest, 1))}`.execute(
    db,
  );
  const begin = rows[0]?.at ?? from;
  const [first, last] = [after(begin, 2 * baseMs), after(newest, -saidMs)];
  if (first >= last) return readSamples(db, device, begin, after(newest, 1));
  const parts = await Promise.all([
    readSamples(db, device, begin, first),
    readSamples(db, device, last, after(newest, 1)),
  ]);
  return parts.flat();
}

async function sumToday(app: App, device: FlowDevice, from: Date, now: Date): Promise<(FlowEnergy | null)[]> {
  const key = `${device.registrationId} ${from.getTime()}`;
  const known = summed.get(key);
  if (known && Math.abs(now.getTime() - known.atMs) < summedEveryMs) return known.energies;
  const samples = await readSamples(app.db, device, from, after(now, 1));
  const energies = device.sources.map((source) => source && energyOf(source, samples, from.getTime(), now.getTime()));
  if (summed.size >= summedMax) summed.clear();
  summed.set(key, { atMs: now.getTime(), energies });
  return energies;
}
