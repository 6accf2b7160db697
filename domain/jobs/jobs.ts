/** How often a job of the server runs: each full minute, or all the time and never longer than some seconds apart. */
export type Rhythm = 'minute' | 'always';

/** Everything that runs by itself, in the order in which it is shown: what others wait for first, what tidies up last. */
export const jobRhythms = {
  'events-seal': 'always',
  'events-read': 'always',
  mails: 'always',
  imports: 'always',
  webhooks: 'always',
  alarms: 'always',
  'licences-settle': 'always',
  'licence-entitlements': 'always',
  'licence-plans': 'minute',
  'licence-reminders': 'minute',
  'hand-over-reminders': 'minute',
  'device-settings-overdue': 'minute',
  'toner-low': 'minute',
  'monthly-reports': 'minute',
  'reading-roll-up': 'minute',
  'reading-months': 'minute',
  'audit-heads': 'minute',
  mailings: 'minute',
  retention: 'minute',
  'alarm-retention': 'minute',
  'api-key-uses': 'minute',
  'contact-requests': 'minute',
  'counters-kept': 'minute',
  'departments-kept': 'minute',
  'webhook-deliveries': 'minute',
} as const satisfies Record<string, Rhythm>;

export type JobName = keyof typeof jobRhythms;
export const jobNames = Object.keys(jobRhythms) as JobName[];

/** Why a run failed, as far as it can be told without what it was about: that may be somebody else's. */
export const jobReasons = ['out-of-room', 'held-up', 'data-refused', 'network', 'unexpected'] as const;
export type JobReason = (typeof jobReasons)[number];

/** The first run is noted within a minute; later ones as long as none takes very long. */
const lateAfterMs = 10 * 60_000;
const minuteMs = 60_000;

export const jobStates = ['well', 'failing', 'late', 'never'] as const;
export type JobState = (typeof jobStates)[number];

/** How a job stands: `late` when nothing was heard of it for ten minutes, however its last run ended; `never` when it has not run yet. */
export function jobState(last: { beganAt: Date; failedSince: Date | null } | null, now: Date): JobState {
  if (!last) return 'never';
  if (now.getTime() - last.beganAt.getTime() > lateAfterMs) return 'late';
  return last.failedSince ? 'failing' : 'well';
}

/** When a job runs next; null for one that always does. */
export function nextRun(rhythm: Rhythm, now: Date): Date | null {
  return rhythm === 'always' ? null : new Date((Math.floor(now.getTime() / minuteMs) + 1) * minuteMs);
}

const byCode = new Map<string, JobReason>(
  Object.entries({
    ENOSPC: 'out-of-room',
    EDQUOT: 'out-of-room',
    ECONNREFUSED: 'network',
    ECONNRESET: 'network',
    EHOSTUNREACH: 'network',
    ENETUNREACH: 'network',
    ENOTFOUND: 'network',
    EAI_AGAIN: 'network',
    EPIPE: 'network',
    ETIMEDOUT: 'network',
  }),
);

/** By the first two signs of PostgreSQL's SQLSTATE (Appendix A of its manual). */
const byClass = new Map<string, JobReason>(
  Object.entries({
    '08': 'network',
    '22': 'data-refused',
    '23': 'data-refused',
    '40': 'held-up',
    '53': 'out-of-room',
    '55': 'held-up',
    '57': 'held-up',
  }),
);

/** The reason by the code that an error of the system or of PostgreSQL carries. */
export function jobReason(code: unknown): JobReason {
  if (typeof code !== 'string') return 'unexpected';
  return byCode.get(code) ?? (/^[0-9A-Z]{5}$/.test(code) ? byClass.get(code.slice(0, 2)) : undefined) ?? 'unexpected';
}
