import type { EventKind } from '../../domain/events/kinds.ts';
import type { z } from 'zod';
import { checkWindowPeriod, overlap } from '../../domain/notices/notice.ts';
import { periodState, periodStates, type Period, type PeriodState } from '../../domain/notices/period.ts';
import { readTexts } from '../../domain/notices/text.ts';
import type { Database, Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import { isProblem, platformProblem, type Problem } from '../kernel/http/problem.ts';
import type { Outcome, Reply } from '../kernel/http/route.ts';
import { etag } from '../kernel/http/version.ts';
import { insideId, outsideId } from '../kernel/ids.ts';
import { renderBoth } from '../notices/render.ts';
import { faultsAt, type shownWindow } from '../notices/schemas.ts';
import { maintenanceProblem } from './problems.ts';
import type { WindowRequest, WindowResponse } from './schemas.ts';
import {
  insertWindow,
  lockPlans,
  presentWindow,
  readWindow,
  updateWindow,
  windowsAhead,
  windowState,
  windowValues,
  type WindowRow,
  type WindowValues,
} from './windows-store.ts';

const plannedMax = 100;

/** What everybody is told: windows from the day they are planned until they are over (P-04). */
export async function announcedWindows(
  db: Database,
  siteId: string,
  now: Date,
): Promise<z.infer<typeof shownWindow>[]> {
  const rows = await windowsAhead(db, siteId, now);
  return rows.map((row) => {
    const { startsAt, endsAt, body } = windowValues(row);
    return {
      id: outsideId('maintenanceWindow', row.id),
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      running: periodState({ startsAt, endsAt }, now) === 'current',
      html: renderBoth(body),
    };
  });
}

/** What was typed, read and checked; or every fault at its field. */
export function readWindowRequest(typed: WindowRequest, now: Date, before: Period | null): WindowValues | Problem {
  const period = { startsAt: new Date(typed.startsAt), endsAt: new Date(typed.endsAt) };
  const { texts, faults } = readTexts({ body: typed.body });
  const errors = faultsAt(checkWindowPeriod(period, now, before), faults);
  return errors.length > 0 ? platformProblem('invalid-fields', { errors }) : { ...period, ...texts };
}

/** Two windows at once would contradict each other about the end; the one that is there already is named. */
async function whyNotPlanned(
  db: Database | Tx,
  siteId: string,
  values: Period,
  now: Date,
  own: string | null,
): Promise<Problem | null> {
  const others = (await windowsAhead(db, siteId, now)).filter(({ id }) => id !== own);
  if (others.length >= plannedMax) return maintenanceProblem('too-many-planned', { params: { max: plannedMax } });
  const other = others.find((row) => overlap(windowValues(row), values));
  if (!other) return null;
  const params = { startsAt: other.starts_at.toISOString(), endsAt: other.ends_at.toISOString() };
  return maintenanceProblem('overlaps', { errors: [{ pointer: '/startsAt', code: 'operations/overlaps', params }] });
}

/** Whether a window could be planned so; stores nothing. `own` is the window that would be changed. */
export async function previewWindow(
  db: Database,
  siteId: string,
  typed: WindowRequest,
  own: string | null,
  now: Date,
): Promise<WindowValues | Problem> {
  const row = own ? await readWindow(db, siteId, insideId(own)) : null;
  if (row === undefined) return platformProblem('not-found');
  const values = readWindowRequest(typed, now, row && windowValues(row));
  if (isProblem(values)) return values;
  return (await whyNotPlanned(db, siteId, values, now, row?.id ?? null)) ?? values;
}

function event(what: EventKind, row: WindowRow): NewEvent {
  const { starts_at: startsAt, ends_at: endsAt, version } = row;
  return { what, subject: `maintenance-window/${row.id}`, data: { startsAt, endsAt, version } };
}

function shown(row: WindowRow, now: Date): Reply<WindowResponse> {
  return { status: 200, body: presentWindow(row, now), headers: etag(String(row.version)) };
}

export async function planWindow(
  tx: Tx,
  siteId: string,
  typed: WindowRequest,
  now: Date,
): Promise<Outcome<WindowResponse>> {
  const values = readWindowRequest(typed, now, null);
  if (isProblem(values)) return { reply: values };
  await lockPlans(tx, siteId);
  const refused = await whyNotPlanned(tx, siteId, values, now, null);
  if (refused) return { reply: refused };
  const row = await insertWindow(tx, siteId, values, now);
  const reply = { status: 201, body: presentWindow(row, now), headers: etag(String(row.version)) } as const;
  return { reply, events: [event('maintenance-window.planned', row)] };
}

/** The window to be changed if it is still the version that the caller saw and not over; or why it is not. */
async function openWindow(
  tx: Tx,
  siteId: string,
  id: string,
  version: string,
  now: Date,
): Promise<WindowRow | Problem> {
  await lockPlans(tx, siteId);
  const row = await readWindow(tx, siteId, insideId(id));
  if (!row) return platformProblem('not-found');
  if (String(row.version) !== version) return platformProblem('changed-meanwhile');
  const state = windowState(row, now);
  return periodStates.some((one) => one === state) && state !== 'past' ? row : maintenanceProblem('window-over');
}

export async function changeWindow(
  tx: Tx,
  siteId: string,
  id: string,
  version: string,
  typed: WindowRequest,
  now: Date,
): Promise<Outcome<WindowResponse>> {
  const row = await openWindow(tx, siteId, id, version, now);
  if (isProblem(row)) return { reply: row };
  const values = readWindowRequest(typed, now, windowValues(row));
  if (isProblem(values)) return { reply: values };
  const refused = await whyNotPlanned(tx, siteId, values, now, row.id);
  if (refused) return { reply: refused };
  const changed = await updateWindow(tx, row, values, now);
  return { reply: shown(changed, now), events: [event('maintenance-window.changed', changed)] };
}

/** Opens the site again at once. */
export const endWindow = closeWindow('current', 'not-running', 'ended', (now) => ({ endsAt: now }));

/** Takes back a window that has not begun; it stays in the list, marked. */
export const cancelWindow = closeWindow('planned', 'running-already', 'cancelled', (now) => ({ cancelledAt: now }));

function closeWindow(
  state: PeriodState,
  refusal: Parameters<typeof maintenanceProblem>[0],
  how: 'ended' | 'cancelled',
  change: (now: Date) => Parameters<typeof updateWindow>[2],
) {
  return async (tx: Tx, siteId: string, id: string, version: string, now: Date): Promise<Outcome<WindowResponse>> => {
    const row = await openWindow(tx, siteId, id, version, now);
    if (isProblem(row)) return { reply: row };
    if (windowState(row, now) !== state) return { reply: maintenanceProblem(refusal) };
    const closed = await updateWindow(tx, row, change(now), now);
    return { reply: shown(closed, now), events: [event(`maintenance-window.${how}`, closed)] };
  };
}
