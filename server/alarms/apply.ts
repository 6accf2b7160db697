import { fall, rise, settle, type Step } from '../../domain/alarms/course.ts';
import type { Severity } from '../../domain/alarms/severity.ts';
import { reminderDelayMs, type Telling } from '../../domain/alarms/telling.ts';
import type { Site } from '../kernel/app.ts';
import { after } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { writeEvents, type NewEvent } from '../kernel/events.ts';
import { newId } from '../kernel/ids.ts';
import { insertCourses, keyOf, lockCourses, updateCourses, type CourseRow, type Place } from './course-rows.ts';
import { tell, type ToTell } from './tellings.ts';

/** A cause that was found, or found to be gone, at a device. `at` is the device's time where it says when, else ours. */
export type Move = Place & { severity: Severity; on: boolean; at: Date; facts?: Record<string, unknown> };

type Changes = {
  made: Set<CourseRow>;
  changed: Set<CourseRow>;
  told: ToTell[];
  events: NewEvent[];
};

/**
 * Makes alarms of what was found, in one transaction with their events and with what people are to be told. Found twice, or out of order, it is
 * raised once and cleared once (E-08).
 */
export async function applyMoves(tx: Tx, site: Site, moves: readonly Move[], now: Date): Promise<void> {
  if (moves.length === 0) return;
  const places = new Map(moves.map((move) => [keyOf(move), move]));
  const rows = new Map(await lockCourses(tx, site.id, [...places.values()]));
  const changes: Changes = { made: new Set(), changed: new Set(), told: [], events: [] };
  for (const move of moves.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const row = takeMove(changes, rows.get(keyOf(move)) ?? null, move, now);
    if (row) rows.set(keyOf(move), row);
  }
  await store(tx, site, changes, now);
}

/** Ends alarms that flapped and have been quiet since. */
export async function settleRows(tx: Tx, site: Site, rows: readonly CourseRow[], now: Date): Promise<void> {
  const changes: Changes = { made: new Set(), changed: new Set(), told: [], events: [] };
  for (const row of rows) note(changes, row, settle(row.course, now.getTime()), now);
  await store(tx, site, changes, now);
}

function takeMove(changes: Changes, row: CourseRow | null, move: Move, now: Date): CourseRow | null {
  const atMs = move.at.getTime();
  // What is older than what is known already comes too late to say how things are.
  if (row && atMs < row.course.changedMs) return row;
  const step = move.on ? rise(row?.course ?? null, atMs) : fall(row?.course ?? null, atMs);
  if (!step) return row;
  if (step.did === 'raised' || step.did === 'flapping') {
    const { on: _, at, facts = {}, ...place } = move;
    const remindAt = after(now, reminderDelayMs(0));
    const made = { ...place, facts, raisedAt: at, noticedAt: now, clearedAt: null, lastAt: at, remindAt };
    const next: CourseRow = { ...made, id: newId(), course: step.course };
    changes.made.add(next);
    say(changes, next, step.did);
    return next;
  }
  if (row && move.on && move.at > row.lastAt) {
    row.lastAt = move.at;
    row.facts = { ...row.facts, ...move.facts };
    changes.changed.add(row);
  }
  if (row) note(changes, row, step, move.at);
  return row;
}

function note(changes: Changes, row: CourseRow, { course, did }: Step, at: Date): void {
  if (did === 'nothing') return;
  row.course = course;
  changes.changed.add(row);
  if (did !== 'cleared') return;
  row.clearedAt = at;
  say(changes, row, 'cleared');
}

function say({ told, events }: Changes, row: CourseRow, telling: Exclude<Telling, 'reminder'>): void {
  told.push({ alarmId: row.id, device: row.device, telling });
  events.push(eventOf(row, telling));
}

export function eventOf(row: CourseRow, telling: Telling, more: Record<string, unknown> = {}): NewEvent {
  const { device, cause, code, severity } = row;
  return {
    what: `alarms.${telling}`,
    subject: `device/${device.deviceId}`,
    data: {
      alarm: row.id,
      device: device.deviceId,
      registration: device.registrationId,
      organization: device.organizationId,
      cause,
      code,
      severity,
      ...more,
    },
  };
}

async function store(tx: Tx, site: Site, { made, changed, told, events }: Changes, now: Date): Promise<void> {
  // One that ended within this transaction makes room for the next of its cause.
  await updateCourses(
    tx,
    site.id,
    [...changed].filter((row) => !made.has(row)),
  );
  await insertCourses(tx, site.id, [...made]);
  await tell(tx, site, told, now);
  await writeEvents(tx, { siteId: site.id, actor: { kind: 'system' }, now, requestId: null }, events);
}
