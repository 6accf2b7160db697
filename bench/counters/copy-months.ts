import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { printerSite } from '../../tools/test/printers.ts';

const columnsOf = (counters: number) =>
  Array.from({ length: counters }, (_, ordinal) => `m.usage[${ordinal + 1}]`).join();
const within = (from: string, to: string) =>
  `m.site_id = '${printerSite}' and m.month between '${from}-01' and '${to}-01'`;

/** The months alone as they lie in their table, a column for each counter. */
export function bareMonths(counters: number, from: string, to: string): string {
  return `select m.registration_id, m.month, ${columnsOf(counters)} from counter_months m where ${within(from, to)}`;
}

/** The same with what else stands in the file: what each printer is called, where it stands, its group; in the order of the file. */
export function monthsOfFile(counters: number, from: string, to: string): string {
  return `select d.name, d.serial, d.model, d.building, d.remarks, g.name as group_name, m.month, ${columnsOf(counters)}
    from counter_months m
    join v_device_spans d on d.site_id = m.site_id and d.registration_id = m.registration_id
    left join v_device_groups g on g.site_id = m.site_id and g.registration_id = m.registration_id
    where ${within(from, to)} order by d.name_order, d.registration_id, m.month`;
}

/** Seconds that PostgreSQL takes to send these rows to a reader who throws them away. */
export async function copySeconds(client: pg.Client, query: string): Promise<number> {
  const started = performance.now();
  const stream = client.query(copyTo(`copy (${query}) to stdout`));
  stream.resume();
  await new Promise((resolve, reject) => stream.once('end', resolve).once('error', reject));
  if (stream.rowCount === 0) throw new Error('there is nothing to copy');
  return (performance.now() - started) / 1000;
}
