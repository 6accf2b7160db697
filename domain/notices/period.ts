const dayMs = 24 * 60 * 60 * 1000;

/** In force from `startsAt` on and before `endsAt`: at the end itself it is over. */
export type Period = { startsAt: Date; endsAt: Date };

export const periodStates = ['planned', 'current', 'past'] as const;
export type PeriodState = (typeof periodStates)[number];

/** Faults of a from–to as an operator types it. */
export const periodCodes = [
  'time-unreadable',
  'time-skipped',
  'ends-before-start',
  'ends-in-the-past',
  'starts-in-the-past',
  'started-already',
  'period-long',
] as const;
export type PeriodCode = (typeof periodCodes)[number];

export type PeriodFault = { field: keyof Period; code: PeriodCode; params?: Record<string, number> };

export function periodState({ startsAt, endsAt }: Period, now: Date): PeriodState {
  if (now < startsAt) return 'planned';
  return now < endsAt ? 'current' : 'past';
}

/** Whole seconds until the end, at least one: what `Retry-After` says. */
export function secondsUntilEnd({ endsAt }: Pick<Period, 'endsAt'>, now: Date): number {
  return Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1000));
}

type Bounds = {
  now: Date;
  daysMax: number;
  /** Whether it may begin before now; a notice may, a maintenance window may not. */
  mayStartInThePast: boolean;
  /** What it was before, when it is changed: what has begun keeps its beginning. */
  before: Period | null;
};

/** What is wrong with a from–to, at most one fault a field. */
export function checkPeriod(period: Period, { now, daysMax, mayStartInThePast, before }: Bounds): PeriodFault[] {
  const { startsAt, endsAt } = period;
  const begun = before !== null && before.startsAt <= now;
  const moved = before !== null && before.startsAt.getTime() !== startsAt.getTime();
  const faults: PeriodFault[] = [];
  if (begun && moved) faults.push({ field: 'startsAt', code: 'started-already' });
  else if (!begun && !mayStartInThePast && startsAt < now)
    faults.push({ field: 'startsAt', code: 'starts-in-the-past' });
  if (endsAt <= startsAt) faults.push({ field: 'endsAt', code: 'ends-before-start' });
  else if (endsAt <= now) faults.push({ field: 'endsAt', code: 'ends-in-the-past' });
  else if (endsAt.getTime() - startsAt.getTime() > daysMax * dayMs)
    faults.push({ field: 'endsAt', code: 'period-long', params: { days: daysMax } });
  return faults;
}
