import { sql } from 'kysely';
import { flows, type Flow } from '../../domain/power-flow/flows.ts';
import { addEnergies, ratesOf, type Rates } from '../../domain/power-flow/rates.ts';
import { barsOf, dayAfter, daysOf, firstDay, type Span } from '../../domain/power-flow/span.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import { startOfDay } from '../../domain/site/civil-time.ts';
import type { App } from '../kernel/app.ts';
import { readCurve } from './curve.ts';
import { energiesOf, partOfDay, type Energies } from './days.ts';
import type { FlowDevice } from './device.ts';

type Values = (number | null)[];

/** What flowed in a span of time. All lists of values are in the order of `flows`; null is "nothing known", never nothing. */
export type History = {
  span: Span;
  timeZone: string;
  from: string;
  until: string;
  /** Which flows the device measures. */
  flows: Flow[];
  /** Of a day: mean powers of five minutes, in W; steps without values are left out. */
  curve: { at: string; watts: Values }[];
  /** Of a month or year: energies of its days or months, in Wh. */
  bars: { at: string; wh: Values; missing: number }[];
  /** Of the whole, in Wh. */
  wh: Values;
  rates: Rates;
  /** Which share of the time that is over has no values, from 0 to 1. */
  missing: number;
  /** The first civil day with a report of this owner's, and today where the device stands. */
  firstDay: string | null;
  today: string;
};

export async function readHistory(app: App, device: FlowDevice, span: Span, now: Date): Promise<History> {
  const { timeZone } = device;
  const [from, until] = [startOfDay(firstDay(span), timeZone), startOfDay(dayAfter(span), timeZone)];
  const days = daysOf(span);
  const minutes = new Map(days.map((day) => [day, partOfDay(device, day, now)?.minutes ?? 0]));
  const energies = await energiesOf(app.db, device, days, now);
  const all = sumOf(days, energies, minutes);
  return {
    span,
    timeZone,
    from: from.toISOString(),
    until: until.toISOString(),
    flows: flows.filter((_, at) => device.sources[at]),
    curve:
      span.kind === 'day'
        ? (await readCurve(app.db, device, from, until)).map(({ at, watts }) => ({
            at: at.toISOString(),
            watts: watts.map(rounded),
          }))
        : [],
    bars:
      span.kind === 'day'
        ? []
        : barsOf(span).map((at) => {
            const own = days.filter((day) => day.startsWith(at));
            const { wh, missing } = sumOf(own, energies, minutes);
            return { at, wh, missing };
          }),
    ...all,
    firstDay: await firstDayOf(app, device),
    today: civilDay(now, timeZone),
  };
}

type Sum = { wh: Values; rates: Rates; missing: number };

function sumOf(
  days: readonly string[],
  energies: ReadonlyMap<string, Energies>,
  minutes: ReadonlyMap<string, number>,
): Sum {
  const elapsed = days.reduce((sum, day) => sum + (minutes.get(day) ?? 0), 0);
  const sum = addEnergies(days.flatMap((day) => [energies.get(day) ?? []]));
  const covered = sum.reduce((most, one) => Math.max(most, one?.minutes ?? 0), 0);
  return {
    wh: flows.map((_, at) => rounded(sum[at]?.wh ?? null)),
    rates: ratesOf(sum, elapsed),
    missing: elapsed === 0 ? 0 : Math.max(0, 1 - covered / elapsed),
  };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

async function firstDayOf({ db }: App, { siteId, registrationId, timeZone }: FlowDevice): Promise<string | null> {
  const { rows } = await sql<{ at: Date | null; day: string | null }>`
    select (select first_at from v_report_times where site_id = ${siteId} and registration_id = ${registrationId}) as at,
      (select min(day) from power_flow_days where site_id = ${siteId} and registration_id = ${registrationId}) as day`.execute(
    db,
  );
  const { at = null, day = null } = rows[0] ?? {};
  const reported = at && civilDay(at, timeZone);
  return day && reported ? (day < reported ? day : reported) : (day ?? reported);
}
