import { sql } from 'kysely';
import type { App } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { nothingReplayed, type Replay, type Replayed } from '../../kernel/replay.ts';
import { assigned, lockStock, moveStock } from '../stock/ledger.ts';

const kind = 'licences.assigned';

type Kept = {
  assignment: Record<string, unknown> & { id: string; customer_id: string; dealer_id: string; created_at: string };
  licences: (Record<string, unknown> & { lot_id: string; set_aside_for: string | null })[];
};

/** Writes assignments that this transaction made into the journal, each with its licences. */
export async function journalAssignments(
  app: App,
  tx: Tx,
  siteId: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  const { rows } = await sql<Kept>`
    select to_jsonb(a) as assignment, (
      select jsonb_agg(to_jsonb(l)) from licences l where l.site_id = a.site_id and l.assignment_id = a.id) as licences
    from licence_assignments a where a.site_id = ${siteId} and a.id = any(${[...ids]}::uuid[])`.execute(tx);
  if (rows.length !== ids.length) throw new Error('not every assignment could be written into the journal');
  await app.journal.write(rows.map((body) => ({ kind, site: siteId, at: now.toISOString(), body })));
}

/** Licences assigned after the backup are assigned again, out of the same lots of the same dealer. */
export const assignmentReplay: Replay = {
  kind,
  async replay(tx, lines) {
    const counted: Replayed = { ...nothingReplayed };
    for (const { site, body } of lines) counted[await assignAgain(tx, site, body as Kept)] += 1;
    return counted;
  },
};

async function assignAgain(tx: Tx, siteId: string, { assignment, licences }: Kept): Promise<keyof Replayed> {
  const known =
    await sql`select 1 from licence_assignments where site_id = ${siteId} and id = ${assignment.id}::uuid`.execute(tx);
  if (known.rows.length > 0) return 'known';
  await lockStock(tx, siteId, [assignment.dealer_id]);
  const lots = [...Map.groupBy(licences, (one) => one.lot_id)].map(([lotId, some]) => ({
    lotId,
    quantity: some.length,
  }));
  const { rows } = await sql<{ possible: boolean }>`
    select (select count(*) from organizations where site_id = ${siteId}
        and id in (${assignment.customer_id}::uuid, ${assignment.dealer_id}::uuid)) = 2
      and not exists (
        select 1 from unnest(${lots.map(({ lotId }) => lotId)}::uuid[], ${lots.map(({ quantity }) => quantity)}::int[]) w(lot_id, quantity)
        left join licence_balances b on b.site_id = ${siteId} and b.holder = ${assignment.dealer_id} and b.lot_id = w.lot_id
        where coalesce(b.quantity, 0) < w.quantity) as possible`.execute(tx);
  if (!rows[0]?.possible) return 'lost';
  const move = { cause: 'assign', from: assignment.dealer_id, to: assigned, lots } as const;
  await moveStock(tx, siteId, new Date(assignment.created_at), move);
  await sql`
    insert into licence_assignments
    select r.* from jsonb_populate_record(null::licence_assignments, ${JSON.stringify(assignment)}::jsonb) r`.execute(
    tx,
  );
  await sql`
    insert into licences
    select r.* from jsonb_populate_recordset(null::licences, ${JSON.stringify(licences)}::jsonb) r`.execute(tx);
  await sql`
    update licences l set set_aside_for = null where site_id = ${siteId} and assignment_id = ${assignment.id}::uuid and not exists (
      select 1 from manufactured_devices d where d.site_id = l.site_id and d.device_id = l.set_aside_for)`.execute(tx);
  return 'restored';
}
