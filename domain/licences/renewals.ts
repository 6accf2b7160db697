import { bestDay } from './best-day.ts';
import { courseOf, outlookAt, type Holding } from './course.ts';
import { lastDayAt } from './effect.ts';
import { civilDayAt } from './terms.ts';

/** What becomes of a camera whose licence ends, for who sells the next one (L-11); `unused` is a licence that serves none. */
export const renewalStates = ['open', 'planned', 'waiting', 'renewed', 'declined', 'unused'] as const;
export type RenewalState = (typeof renewalStates)[number];

export type RenewalCamera = { deviceId: string; serial: string; state: RenewalState };

/** Licences of one customer and type that end on the same day. */
export type Renewal = {
  type: string;
  lastDay: string;
  /** The best day for what is not renewed yet. */
  bestDay: string;
  cameras: RenewalCamera[];
  /** Licences that end without serving any. */
  unused: number;
};

type Span = { now: Date; until: Date; timeZone: string };

/**
 * What of a customer's runs out from `now` to `until` and what is going to follow (L-11), in order of days and types. `isPlanned` tells the licences that a
 * plan will assign from those that are there.
 */
export function renewalsOf(
  { cameras, licences }: Holding,
  { now, until, timeZone }: Span,
  isPlanned: (licenceId: string) => boolean,
): Renewal[] {
  const types = new Map(licences.map(({ id, type }) => [id, type]));
  const known = new Map(cameras.map((camera) => [camera.deviceId, camera]));
  return courseOf({ cameras, licences }, now, until).flatMap((moment) => {
    const lastDay = lastDayAt(moment.at, timeZone);
    const stateOf = (deviceId: string): RenewalState => {
      const next = moment.takenOver.find((one) => one.deviceId === deviceId);
      if (next && isPlanned(next.licenceId)) return 'planned';
      if (next) return outlookAt(moment, deviceId) === 'renewed' ? 'renewed' : 'waiting';
      return known.get(deviceId)?.renews === false ? 'declined' : 'open';
    };
    const byType = Map.groupBy(moment.ended, ({ licenceId }) => types.get(licenceId) ?? '');
    return [...byType].map(([type, ended]) => ({
      type,
      lastDay,
      bestDay: bestDay(lastDay, civilDayAt(now, timeZone)),
      cameras: ended.flatMap(({ deviceId }) =>
        deviceId === null ? [] : [{ deviceId, serial: known.get(deviceId)?.serial ?? '', state: stateOf(deviceId) }],
      ),
      unused: ended.filter(({ deviceId }) => deviceId === null).length,
    }));
  });
}

export type RenewalCounts = Record<RenewalState, number>;

export const noRenewals: RenewalCounts = { open: 0, planned: 0, waiting: 0, renewed: 0, declined: 0, unused: 0 };

/** How many are how. */
export function renewalCounts({ cameras, unused }: Pick<Renewal, 'cameras' | 'unused'>): RenewalCounts {
  const counts = { ...noRenewals, unused };
  for (const { state } of cameras) counts[state] += 1;
  return counts;
}

/** The forecast: what runs out in each month, from the first on, those with nothing too (L-11). */
export function renewalMonths(
  renewals: readonly { lastDay: string; counts: RenewalCounts }[],
  months: readonly string[],
): { month: string; counts: RenewalCounts }[] {
  const byMonth = Map.groupBy(renewals, ({ lastDay }) => lastDay.slice(0, 7));
  return months.map((month) => {
    const counts = { ...noRenewals };
    for (const one of byMonth.get(month) ?? []) for (const state of renewalStates) counts[state] += one.counts[state];
    return { month, counts };
  });
}
