import type pg from 'pg';
import { chainHash, type Unsealed } from '../../kernel/sealer.ts';
import { fault, ok, warning, type Finding } from './finding.ts';

const lookedAt = 200;
const unsealedForMs = 60_000;

/** The end of each site's chain, and whether events wait for their seal; all of it is for `audit verify`. */
export async function examineAudit(client: pg.Client, now: () => Date): Promise<Finding[]> {
  const { rows: sites } = await client.query('select id from sites order by id');
  const broken: string[] = [];
  for (const { id } of sites) if (!(await endIsWhole(client, id))) broken.push(id);
  const seals =
    broken.length > 0
      ? fault(
          'audit log',
          `the chain of ${broken.join(', ')} is broken near its end`,
          'run ./engawa audit verify, and keep a copy of the database',
        )
      : ok('audit log', `the last ${lookedAt} events of each of ${sites.length} sites are whole`);
  const { rows } = await client.query(`
    select count(*)::int as count, min(e.occurred_at) as oldest from events_unsealed u join events e on e.site_id = u.site_id and e.id = u.event_id`);
  const [{ count, oldest }] = rows;
  const late = oldest && now().getTime() - oldest.getTime() > unsealedForMs;
  return [
    seals,
    ...(late
      ? [
          warning(
            'audit log',
            `${count} events wait for their seal since ${oldest.toISOString()}`,
            'start a server, or look into its log for the sealer',
          ),
        ]
      : []),
  ];
}

async function endIsWhole(client: pg.Client, site: string): Promise<boolean> {
  const { rows } = await client.query<Unsealed & { position: number; chain_hash: Buffer }>(
    `select * from (
       select s.position, s.chain_hash, e.* from event_seals s left join events e on e.site_id = s.site_id and e.id = s.event_id
       where s.site_id = $1 order by s.position desc limit $2) last order by position`,
    [site, lookedAt],
  );
  return rows.every((row, at) => {
    const before = rows[at - 1];
    if (row.id === null || (before && row.position !== before.position + 1)) return false;
    if (!before && row.position > 1) return true;
    return chainHash(before?.chain_hash ?? Buffer.alloc(32), row.position, row).equals(row.chain_hash);
  });
}
