import { civilDayAt, expiresAt } from '../../../domain/licences/terms.ts';
import { readRehearsalDay, rehearse, type OutlookCounts } from '../../../domain/licences/rehearsal.ts';
import type { ReminderAudience } from '../../../domain/licences/reminders.ts';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { App, Site } from '../../kernel/app.ts';
import { after } from '../../kernel/clock.ts';
import type { Problem } from '../../kernel/http/problem.ts';
import type { Scope } from '../../kernel/session.ts';
import { licenceProblem } from '../problems.ts';
import { settleAll } from '../settle/worker.ts';
import { countLicences, licencesMax, readRehearsalFacts, type RehearsalFacts } from './facts.ts';

export const rehearsalKinds = ['reminder', 'taken-over', 'without', 'unused', 'assignment'] as const;
export type RehearsalKind = (typeof rehearsalKinds)[number];

/** One thing that would happen. `organization` is the customer, or the sub-dealer of whose customers the dealer above is reminded. */
export type RehearsalRow = {
  at: Date;
  kind: RehearsalKind;
  organizationId: string;
  organization: string;
  /** Of a reminder: to whom, at which step, of licences until which day, and what becomes of these. */
  audience: ReminderAudience | null;
  receiver: string | null;
  step: string | null;
  lastDay: string | null;
  outlooks: OutlookCounts | null;
  /** Of licences that end or are assigned. */
  serial: string | null;
  type: string | null;
  termMonths: number | null;
  quantity: number;
};

export type Rehearsed = { from: Date; until: Date; rows: RehearsalRow[] };

/**
 * What would happen up to the end of a day when nobody did anything (L-13): who is reminded, what ends, what takes over, what is assigned by plan. By the
 * rules that remind and settle, over the facts of now; nothing is written but what was due already.
 */
export async function rehearseUntil(app: App, site: Site, scope: Scope, day: string): Promise<Rehearsed | Problem> {
  const wanted = readRehearsalDay(day, civilDayAt(scope.now, site.timeZone));
  if (!wanted.ok) return licenceProblem(wanted.code, wanted.params ? { params: wanted.params } : {});
  await settleAll(app, scope.now);
  if ((await countLicences(app.db, scope)) > licencesMax)
    return licenceProblem('rehearsal-large', { params: { max: licencesMax } });
  const until = expiresAt(wanted.value, site.timeZone);
  const facts = await readRehearsalFacts(app.db, site, scope, until);
  return { from: scope.now, until, rows: rowsOf(site, facts, scope.now, until) };
}

function rowsOf(site: Site, { customers, plans, names, serials }: RehearsalFacts, now: Date, until: Date) {
  const { reminders, ends } = rehearse(
    customers,
    { rule: licenceOptions(site).reminders, timeZone: site.timeZone },
    { now, until },
  );
  const lastDayOf = (over: Date) => civilDayAt(after(over, -1), site.timeZone);
  const place = (organizationId: string) => ({ organizationId, organization: names.get(organizationId) ?? '' });
  const rows: RehearsalRow[] = [
    // A licence that ends with the day ends at its last moment; what goes out at midnight belongs to the next day.
    ...reminders
      .filter(({ at }) => at < until)
      .map(({ at, aboutId, receiverId, audience, step, expiresAt: over, outlooks }) => ({
        ...nothing,
        at,
        kind: 'reminder' as const,
        ...place(aboutId),
        audience,
        receiver: names.get(receiverId) ?? '',
        step,
        lastDay: lastDayOf(over),
        outlooks,
        quantity: Object.values(outlooks).reduce((sum, count) => sum + count, 0),
      })),
    ...ends.map(({ at, customerId, deviceId, type, takenOverBy }) => ({
      ...nothing,
      at,
      kind: deviceId === null ? ('unused' as const) : takenOverBy ? ('taken-over' as const) : ('without' as const),
      ...place(customerId),
      lastDay: lastDayOf(at),
      serial: deviceId && (serials.get(deviceId) ?? null),
      type,
    })),
    ...plans.map(({ at, customerId, type, termMonths, quantity }) => ({
      ...nothing,
      at,
      kind: 'assignment' as const,
      ...place(customerId),
      type,
      termMonths,
      quantity,
    })),
  ];
  return rows.toSorted(inOrder);
}

const nothing = {
  audience: null,
  receiver: null,
  step: null,
  lastDay: null,
  outlooks: null,
  serial: null,
  type: null,
  termMonths: null,
  quantity: 1,
};

const kindOrder = new Map(rehearsalKinds.map((kind, at) => [kind, at]));

/** By moment; at one moment licences end before others are assigned, and the rest by kind, name and serial number. */
function inOrder(one: RehearsalRow, other: RehearsalRow): number {
  return (
    one.at.getTime() - other.at.getTime() ||
    (kindOrder.get(one.kind) ?? 0) - (kindOrder.get(other.kind) ?? 0) ||
    compare(one.organization, other.organization) ||
    compare(one.organizationId, other.organizationId) ||
    compare(one.serial ?? '', other.serial ?? '') ||
    compare(one.audience ?? '', other.audience ?? '')
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** A kind, and a word in the names or the serial number. */
export function matching(rows: readonly RehearsalRow[], kind: RehearsalKind | null, text: string): RehearsalRow[] {
  const wanted = text.normalize('NFKC').trim().toLowerCase();
  return rows.filter(
    (row) =>
      (kind === null || row.kind === kind) &&
      (wanted === '' ||
        [row.organization, row.receiver, row.serial].some((one) =>
          one?.normalize('NFKC').toLowerCase().includes(wanted),
        )),
  );
}
