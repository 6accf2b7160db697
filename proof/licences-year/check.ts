import { sql } from 'kysely';
import type { Database } from '../../server/kernel/database.ts';
import type { ReceivedMail } from '../../tools/test/smtp.ts';

const dayMs = 86_400_000;
const nineMs = 9 * 3_600_000;
const faultsShown = 20;

export type Held = { id: string; customer: string; dealer: string; above: string | null; since: Date; ends: Date };
export type Reminder = { about: string; receiver: string; ends: Date; step: string; due: Date; decided: Date };
export type Placed = { licence: string; device: string; customer: string; from: Date; until: Date };
export type OutboxRow = { id: string; reminder: string; state: string };
export type Evidence = { held: Held[]; reminders: Reminder[]; placed: Placed[]; outbox: OutboxRow[]; seen: string[] };

/** The outbox as it is, into what is known of it: mails of long ago are forgotten (server/mail/forget.ts). */
export async function keepOutbox(db: Database, known: Map<string, OutboxRow>): Promise<void> {
  const { rows } = await sql<OutboxRow>`
    select m.id, m.state, concat_ws(' ', e.data ->> 'about', e.data ->> 'receiver', e.data ->> 'expiresAt', e.data ->> 'step') as reminder
    from mails m join events e on e.site_id = m.site_id and e.id = m.event_id
    where e.what = 'licences.reminded'`.execute(db);
  for (const row of rows) known.set(row.id, row);
}

/** What the database and the mail server have kept of the year. */
export async function readEvidence(
  db: Database,
  outbox: OutboxRow[],
  mails: readonly ReceivedMail[],
): Promise<Evidence> {
  const { rows: held } = await sql<Held>`
    select l.id, l.customer_id as customer, p.id as dealer, g.id as above, a.created_at as since, l.expires_at as ends
    from licences l
    join licence_assignments a on a.site_id = l.site_id and a.id = l.assignment_id
    join organizations c on c.site_id = l.site_id and c.id = l.customer_id
    join organizations p on p.site_id = c.site_id and p.id = c.parent_id and p.kind = 'dealer'
    left join organizations g on g.site_id = p.site_id and g.id = p.parent_id and g.kind = 'dealer'`.execute(db);
  const { rows: reminders } = await sql<Reminder>`
    select about_id as about, receiver_id as receiver, expires_at as ends, step, due_at as due, decided_at as decided
    from licence_reminders`.execute(db);
  const { rows: placed } = await sql<Placed>`
    select licence_id as licence, device_id as device, customer_id as customer, from_at as from, until_at as until
    from licence_placements order by device_id, from_at`.execute(db);
  return { held, reminders, placed, outbox, seen: mails.map(({ messageId }) => messageId) };
}

const nameOf = ({ about, receiver, ends, step }: Pick<Reminder, 'about' | 'receiver' | 'ends' | 'step'>) =>
  `${about} ${receiver} ${ends.toISOString()} ${step}`;

/** The reminders of a year where no clocks are changed, by plain arithmetic: N days before at nine, and 24 hours before. */
export function expectedReminders(held: readonly Held[], now: Date): Map<string, Date> {
  const expected = new Map<string, Date>();
  for (const { customer, dealer, above, since, ends } of held) {
    const dealers = [{ about: customer, receiver: dealer }, ...(above ? [{ about: dealer, receiver: above }] : [])];
    const days = (count: number) => ({ step: `d${count}`, due: new Date(ends.getTime() - count * dayMs + nineMs) });
    const own = [14, 1].map((count) => ({ about: customer, receiver: customer, ...days(count) }));
    const theirs = dealers.flatMap((to) => [
      ...[90, 60, 30, 14].map((count) => ({ ...to, ...days(count) })),
      { ...to, step: 'h24', due: new Date(ends.getTime() - dayMs) },
    ]);
    for (const { due, ...one } of [...own, ...theirs])
      if (since < due && due <= now) expected.set(nameOf({ ...one, ends }), due);
  }
  return expected;
}

/** Everything in the evidence that should not be so; empty when the year went right. */
export function findFaults(evidence: Evidence, now: Date): string[] {
  return [...reminderFaults(evidence, now), ...mailFaults(evidence), ...placementFaults(evidence, now)].slice(
    0,
    faultsShown,
  );
}

function reminderFaults({ held, reminders }: Evidence, now: Date): string[] {
  const expected = expectedReminders(held, now);
  const decided = new Map(reminders.map((one) => [nameOf(one), one]));
  return [
    ...[...expected.keys()].filter((name) => !decided.has(name)).map((name) => `nobody was reminded: ${name}`),
    ...reminders.flatMap((one) => {
      const due = expected.get(nameOf(one));
      if (!due) return [`a reminder too many: ${nameOf(one)}`];
      if (due.getTime() !== one.due.getTime()) return [`fell due at another moment: ${nameOf(one)}`];
      return one.decided < due ? [`reminded too early: ${nameOf(one)}`] : [];
    }),
  ];
}

function mailFaults({ reminders, outbox, seen }: Evidence): string[] {
  const rows = Map.groupBy(outbox, ({ reminder }) => reminder);
  const times = Map.groupBy(seen, (messageId) => messageId.replace(/^<|@.*$/g, ''));
  return [
    ...reminders.flatMap((one) => {
      const own = rows.get(nameOf(one))?.length ?? 0;
      return own === 1 ? [] : [`${own} mails in the outbox: ${nameOf(one)}`];
    }),
    ...outbox.flatMap(({ id, reminder, state }) => {
      const came = times.get(id)?.length ?? 0;
      return state === 'sent' && came === 1 ? [] : [`a mail that is ${state} came ${came} times: ${reminder}`];
    }),
  ];
}

function placementFaults({ held, placed }: Evidence, now: Date): string[] {
  const licences = new Map(held.map((one) => [one.id, one]));
  const devices = Map.groupBy(placed, ({ device }) => device);
  const firstUse = new Map(placed.map(({ licence, from }) => [licence, from]));
  const ended: { at: Date; customer: string }[] = [];
  const faults = [...devices.values()].flatMap((some) =>
    some.flatMap((one, at) => {
      const licence = licences.get(one.licence);
      const next = some[at + 1];
      if (!licence || licence.customer !== one.customer) return [`${one.device} has a licence of somebody else`];
      if (one.until.getTime() !== licence.ends.getTime()) return [`${one.device} was served until another moment`];
      if (next && next.from < one.until) return [`${one.device} had two licences`];
      if (next && next.from.getTime() !== one.until.getTime()) return [`${one.device} was served again too late`];
      if (!next && one.until <= now) ended.push({ at: one.until, customer: one.customer });
      return [];
    }),
  );
  const ofCustomer = Map.groupBy(held, ({ customer }) => customer);
  for (const { at, customer } of ended) {
    const left = ofCustomer.get(customer)?.find((one) => {
      const used = firstUse.get(one.id);
      return one.since <= at && one.ends > at && (!used || used > at);
    });
    if (left) faults.push(`a camera of ${customer} was left without while ${left.id} waited`);
  }
  return faults;
}
