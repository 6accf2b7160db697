import { sql } from 'kysely';
import { oldestFirst } from '../../../domain/licences/oldest-first.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { platformProblem, type FieldFault } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { insideId, newId, outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { holdOpen } from '../../organizations/lock.ts';
import { licenceProblem } from '../problems.ts';
import { findLots, lockStock, moveStock, type Lots } from './ledger.ts';
import type { OrderLine } from './orders.ts';
import { repeatedLine } from './refund.ts';

export type Passing =
  | { kind: 'pass-on'; to: string; lines: readonly OrderLine[] }
  | { kind: 'return'; lines: readonly OrderLine[] };
export type Passed = { id: string; to: { id: string; name: string } };

/** The open dealers directly below the caller's. */
export async function findSubDealers(
  db: Database | Tx,
  { siteId, organizationId }: Scope,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('organizations')
    .select(['id', 'name'])
    .where('site_id', '=', siteId)
    .where('parent_id', '=', organizationId)
    .where('kind', '=', 'dealer')
    .where('closed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** The open dealer directly above the caller's, to which stock can be given back. */
export async function findAbove(
  db: Database | Tx,
  { siteId, organizationId }: Scope,
): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from organizations o join organizations p on p.site_id = o.site_id and p.id = o.parent_id
    where o.site_id = ${siteId} and o.id = ${organizationId}::uuid and p.kind = 'dealer' and p.closed_at is null`.execute(
    db,
  );
  return rows[0] ?? null;
}

/**
 * How much of each lot a dealer can give back to the one above: what it still has of that which came from there and did not go back. What it
 * bought itself stays its own.
 */
export async function findReturnable(
  db: Database | Tx,
  siteId: string,
  dealerId: string,
  aboveId: string,
): Promise<(OrderLine & { lotId: string })[]> {
  const { rows } = await sql<OrderLine & { lotId: string }>`
    select n.lot_id as "lotId", l.type, l.term_months as "termMonths", least(n.quantity, b.quantity)::int as quantity
    from (select e.lot_id, sum(e.quantity)::int as quantity
      from licence_passings p
      join licence_entries e on e.site_id = p.site_id and e.move_id = p.id and e.holder = ${dealerId}
      where p.site_id = ${siteId}
        and ((p.from_id = ${aboveId}::uuid and p.to_id = ${dealerId}::uuid) or (p.from_id = ${dealerId}::uuid and p.to_id = ${aboveId}::uuid))
      group by 1) n
    join licence_balances b on b.site_id = ${siteId} and b.lot_id = n.lot_id and b.holder = ${dealerId}
    join licence_lots l on l.site_id = ${siteId} and l.id = n.lot_id
    join licence_orders o on o.site_id = l.site_id and o.id = l.order_id
    where least(n.quantity, b.quantity) > 0
    order by o.ordered_on, o.created_at, o.id, l.ordinal`.execute(db);
  return rows;
}

/**
 * Passes unassigned licences on to a sub-dealer, or gives them back to the dealer above (L-10): all that is asked for, oldest lots first, or
 * nothing. It leaves the one stock and is in the other at once.
 */
export async function passStock(tx: Tx, scope: Scope, asked: Passing): Promise<Outcome<Passed>> {
  if (asked.lines.length === 0) return refuse([{ pointer: '/lines', code: 'licences/lines-missing' }]);
  const repeated = repeatedLine(asked.lines);
  if (repeated !== null) return refuse([{ pointer: `/lines/${repeated}/term`, code: 'licences/line-twice' }]);
  const to = await findReceiver(tx, scope, asked);
  // Who closes meanwhile closes without it.
  if (!to || !(await holdOpen(tx, scope.siteId, [to.id])).has(to.id))
    return asked.kind === 'return'
      ? { reply: licenceProblem('none-above') }
      : refuse([{ pointer: '/to', code: 'licences/sub-dealer-unknown' }]);
  const { siteId, organizationId: from, now } = scope;
  await lockStock(tx, siteId, [from, to.id]);
  const available = asked.kind === 'return' ? await findReturnable(tx, siteId, from, to.id) : null;
  const lots: Lots[number][] = [];
  const errors: FieldFault[] = [];
  for (const [at, line] of asked.lines.entries()) {
    const held = available
      ? available.filter(({ type, termMonths }) => type === line.type && termMonths === line.termMonths)
      : await findLots(tx, siteId, from, line);
    const taken = oldestFirst(
      held.map(({ lotId, quantity }) => ({ lotId, quantity })),
      line.quantity,
    );
    if (taken) lots.push(...taken);
    else {
      const sum = held.reduce((all, { quantity }) => all + quantity, 0);
      const code = available ? 'licences/nothing-returnable' : 'licences/stock-short';
      errors.push({ pointer: `/lines/${at}/quantity`, code, params: { available: sum } });
    }
  }
  if (errors.length > 0) return refuse(errors);
  const id = newId();
  await tx
    .insertInto('licence_passings')
    .values({
      site_id: siteId,
      id,
      cause: asked.kind,
      from_id: from,
      to_id: to.id,
      created_by: scope.userId,
      created_at: now,
    })
    .execute();
  await moveStock(tx, siteId, now, { id, cause: asked.kind, from, to: to.id, lots });
  const event = {
    what: asked.kind === 'return' ? ('licences.returned' as const) : ('licences.passed-on' as const),
    subject: `organization/${to.id}`,
    data: { passing: id, from, to: to.id, lines: asked.lines },
  };
  return {
    reply: {
      status: 201,
      body: { id: outsideId('licencePassing', id), to: { ...to, id: outsideId('organization', to.id) } },
    },
    events: [event],
  };
}

async function findReceiver(tx: Tx, scope: Scope, asked: Passing) {
  if (asked.kind === 'return') return findAbove(tx, scope);
  const wanted = insideId(asked.to);
  return (await findSubDealers(tx, scope)).find(({ id }) => id === wanted) ?? null;
}

function refuse(errors: FieldFault[]): Outcome<Passed> {
  return { reply: platformProblem('invalid-fields', { errors }) };
}
