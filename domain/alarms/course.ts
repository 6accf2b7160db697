/** More rises than this within the span are flapping (decisions.md "flapping"). */
export const risesMax = 3;
export const flappingSpanMs = 60 * 60_000;

/**
 * The course of one cause at one device, as its newest alarm tells it: whether the cause is there now, whether the alarm is open, and when
 * it rose within the last hour. All instants in milliseconds since 1970.
 */
export type Course = {
  isOn: boolean;
  open: boolean;
  flapping: boolean;
  /** How often the cause rose under this alarm; while it flaps, with the rises that made it so. */
  rises: number;
  /** The latest rises, in order; those before the span are forgotten. */
  roseMs: readonly number[];
  /** When it last rose or fell. */
  changedMs: number;
};

/**
 * What a change comes to: a new alarm, a new one that says that the cause flaps, one more rise under it, an end, or nothing that anybody has
 * to be told. `course` is what is stored in any case.
 */
export type Step = { course: Course; did: 'raised' | 'flapping' | 'changed' | 'cleared' | 'nothing' };

/** The cause is there at `atMs`. What is there already changes nothing: it is raised once. */
export function rise(before: Course | null, atMs: number): Step {
  if (before?.isOn) return { course: before, did: 'nothing' };
  const roseMs = [...(before?.roseMs ?? []).filter((one) => one > atMs - flappingSpanMs), atMs];
  const on = { isOn: true, open: true, roseMs, changedMs: atMs };
  if (before?.open) return { course: { ...on, flapping: true, rises: before.rises + 1 }, did: 'changed' };
  if (roseMs.length <= risesMax) return { course: { ...on, flapping: false, rises: 1 }, did: 'raised' };
  return { course: { ...on, flapping: true, rises: roseMs.length }, did: 'flapping' };
}

/** The cause is gone at `atMs`. One that flaps stays open until it has been quiet (`settle`). */
export function fall(before: Course | null, atMs: number): Step | null {
  if (!before) return null;
  if (!before.isOn) return { course: before, did: 'nothing' };
  const off = { ...before, isOn: false, changedMs: atMs };
  return before.flapping ? { course: off, did: 'changed' } : { course: { ...off, open: false }, did: 'cleared' };
}

/** Ends an alarm that flapped when the cause has stayed away for the span. */
export function settle(before: Course, nowMs: number): Step {
  const isQuiet = before.open && !before.isOn && nowMs - before.changedMs >= flappingSpanMs;
  return isQuiet ? { course: { ...before, open: false }, did: 'cleared' } : { course: before, did: 'nothing' };
}
