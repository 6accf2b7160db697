import { sql } from 'kysely';
import type { Tx } from '../kernel/database.ts';
import type { Unsealed } from '../kernel/sealer.ts';
import { checkChain, type ChainFault, type Head } from './chain.ts';

const rowsAtOnce = 2_000;

export type SiteHeads = ReadonlyMap<string, readonly Head[]>;

export type Verified = {
  site: string;
  events: number;
  /** How many events' details were erased; the chain keeps their hash. */
  erased: number;
  /** How many wait for their seal. */
  waiting: number;
  head: Head | null;
  faults: (ChainFault | { fault: 'unsealed'; event: string })[];
};

type Row = Unsealed & {
  position: number;
  chain_hash: Buffer;
  id: string | null;
  salt: Buffer | null;
  details: Record<string, unknown> | null;
  address: string | null;
};

/**
 * Reads the whole log of every site, as it is in this transaction, and says what is wrong with it (P-25). `heads` are those that the
 * server's own log has of it.
 */
export async function verifyAudit(tx: Tx, heads: SiteHeads): Promise<Verified[]> {
  const sites = await tx.selectFrom('sites').select('id').orderBy('id').execute();
  const verified: Verified[] = [];
  for (const { id } of sites) verified.push(await verifySite(tx, id, heads.get(id) ?? []));
  return verified;
}

/** As `verifyAudit`, for one site. */
export async function verifySite(tx: Tx, site: string, heads: readonly Head[]): Promise<Verified> {
  const check = checkChain(heads, await positionRead(tx, site));
  for (let from = 0; ;) {
    const rows = await readSeals(tx, site, from);
    for (const { position, chain_hash: chainHash, salt, details, address, ...event } of rows)
      check.take({
        position,
        chainHash,
        event: event.id === null ? null : event,
        details: salt && details && { salt, details, address },
      });
    const last = rows.at(-1);
    if (!last) break;
    from = last.position;
  }
  const { faults, ...found } = check.end();
  const unsealed = await findUnsealed(tx, site);
  return {
    site,
    ...found,
    waiting: await countWaiting(tx, site),
    faults: [...faults, ...unsealed.map((event) => ({ fault: 'unsealed' as const, event }))],
  };
}

async function readSeals(tx: Tx, site: string, after: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select s.position, s.chain_hash, e.*, d.salt, d.details, d.address from event_seals s
    left join events e on e.site_id = s.site_id and e.id = s.event_id
    left join event_details d on d.site_id = s.site_id and d.event_id = s.event_id
    where s.site_id = ${site} and s.position > ${after} order by s.position limit ${rowsAtOnce}`.execute(tx);
  return rows;
}

/** How far the furthest of those who follow the log has come. */
async function positionRead(tx: Tx, site: string): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select coalesce(max(position), 0) as position from event_readers where site_id = ${site}`.execute(tx);
  return rows[0]?.position ?? 0;
}

/** Events that have no seal and wait for none: what would be left of them by somebody who took the seal away. */
async function findUnsealed(tx: Tx, site: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from events e where e.site_id = ${site}
      and not exists (select 1 from event_seals s where s.site_id = e.site_id and s.event_id = e.id)
      and not exists (select 1 from events_unsealed u where u.event_id = e.id) order by e.id`.execute(tx);
  return rows.map(({ id }) => id);
}

async function countWaiting(tx: Tx, site: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from events_unsealed where site_id = ${site}`.execute(tx);
  return rows[0]?.count ?? 0;
}
