import type { EventKind } from '../../domain/events/kinds.ts';
import { checkNoticePeriod } from '../../domain/notices/notice.ts';
import { periodState } from '../../domain/notices/period.ts';
import { readTexts } from '../../domain/notices/text.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import { platformProblem, type Problem } from '../kernel/http/problem.ts';
import type { Outcome, Reply } from '../kernel/http/route.ts';
import { etag } from '../kernel/http/version.ts';
import { insideId } from '../kernel/ids.ts';
import { noticeProblem } from './problems.ts';
import { faultsAt, type NoticeRequest, type NoticeResponse } from './schemas.ts';
import {
  deleteNotice,
  insertNotice,
  lockNotice,
  presentNotice,
  updateNotice,
  valuesOf,
  type NoticeValues,
} from './store.ts';

type Row = NonNullable<Awaited<ReturnType<typeof lockNotice>>>;

/** What was typed, read and checked; or every fault at its field. */
export function readRequest(typed: NoticeRequest, now: Date, before: NoticeValues | null): NoticeValues | Problem {
  const period = { startsAt: new Date(typed.startsAt), endsAt: new Date(typed.endsAt) };
  const { texts, faults } = readTexts({ title: typed.title, body: typed.body });
  const errors = faultsAt(checkNoticePeriod(period, now, before), faults);
  if (errors.length > 0) return platformProblem('invalid-fields', { errors });
  return { kind: typed.kind, ...period, ...texts };
}

function event(what: EventKind, row: Row): NewEvent {
  const { title, startsAt, endsAt, kind } = valuesOf(row);
  return {
    what,
    subject: `notice/${row.id}`,
    data: { kind, startsAt, endsAt, version: row.version },
    details: { title },
  };
}

function shown(row: Row, now: Date): Reply<NoticeResponse> {
  return { status: 200, body: presentNotice(row, now), headers: etag(String(row.version)) };
}

export async function publish(
  tx: Tx,
  siteId: string,
  typed: NoticeRequest,
  now: Date,
): Promise<Outcome<NoticeResponse>> {
  const values = readRequest(typed, now, null);
  if ('problem' in values) return { reply: values };
  const row = await insertNotice(tx, siteId, values, now);
  const reply = { status: 201, body: presentNotice(row, now), headers: etag(String(row.version)) } as const;
  return { reply, events: [event('notice.published', row)] };
}

/** The notice to be changed if it is still the version that the caller saw, or why it is not. */
async function lockVersion(tx: Tx, siteId: string, id: string, version: string): Promise<Row | Problem> {
  const row = await lockNotice(tx, siteId, insideId(id));
  if (!row) return platformProblem('not-found');
  return String(row.version) === version ? row : platformProblem('changed-meanwhile');
}

export async function change(
  tx: Tx,
  siteId: string,
  id: string,
  version: string,
  typed: NoticeRequest,
  now: Date,
): Promise<Outcome<NoticeResponse>> {
  const row = await lockVersion(tx, siteId, id, version);
  if ('problem' in row) return { reply: row };
  const before = valuesOf(row);
  if (periodState(before, now) === 'past') return { reply: noticeProblem('over') };
  const values = readRequest(typed, now, before);
  if ('problem' in values) return { reply: values };
  const changed = await updateNotice(tx, row, values, now);
  return { reply: shown(changed, now), events: [event('notice.changed', changed)] };
}

/** Takes a notice down now; what was shown stays among the past ones. */
export async function end(
  tx: Tx,
  siteId: string,
  id: string,
  version: string,
  now: Date,
): Promise<Outcome<NoticeResponse>> {
  const row = await lockVersion(tx, siteId, id, version);
  if ('problem' in row) return { reply: row };
  const state = periodState(valuesOf(row), now);
  if (state !== 'current') return { reply: noticeProblem(state === 'past' ? 'over' : 'not-shown-yet') };
  const ended = await updateNotice(tx, row, { endsAt: now }, now);
  return { reply: shown(ended, now), events: [event('notice.ended', ended)] };
}

/** Only what nobody has seen yet can vanish. */
export async function remove(tx: Tx, siteId: string, id: string, version: string, now: Date): Promise<Outcome<never>> {
  const row = await lockVersion(tx, siteId, id, version);
  if ('problem' in row) return { reply: row };
  if (periodState(valuesOf(row), now) !== 'planned') return { reply: noticeProblem('shown-already') };
  await deleteNotice(tx, row);
  return { reply: { status: 204 }, events: [event('notice.deleted', row)] };
}
