import { createHash } from 'node:crypto';
import { insideId } from '../../server/kernel/ids.ts';
import type { App } from '../../server/kernel/app.ts';
import { findChainFault } from '../kit/chain.ts';
import type { Pair } from '../../tools/test/bulk.ts';
import type { SentFile } from '../files/client.ts';
import { findHalves } from '../files/halves.ts';
import { oneMailEach } from '../files/mails.ts';

type Bound = { id: string; deviceId: string; slot: number };

/** Holds what became of every file against what is there: all of it exactly once, or nothing. */
export async function findFileFaults(app: App, siteId: string, files: readonly SentFile<Pair>[]): Promise<string[]> {
  const bound = await readBound(app, siteId);
  const { fault } = await findChainFault(app.db, siteId);
  return [
    ...(fault ? [fault] : []),
    ...(await findHalves(app, siteId, 'registration_key_issues')),
    ...files.flatMap((file) => asTold(file, bound)),
    ...slotsInRow(bound),
    ...(await oneEventEach(app, siteId, files, bound)),
    ...(await oneMailEach(app, siteId)),
  ];
}

async function readBound({ db }: App, siteId: string): Promise<Map<string, Bound>> {
  const rows = await db
    .selectFrom('registration_key_bindings as b')
    .innerJoin('identifiers as i', (join) =>
      join.onRef('i.site_id', '=', 'b.site_id').onRef('i.id', '=', 'b.identifier_id'),
    )
    .select(['b.id', 'b.activation_key', 'b.slot', 'i.value'])
    .where('b.site_id', '=', siteId)
    .execute();
  return new Map(rows.map((row) => [row.activation_key, { id: row.id, deviceId: row.value, slot: row.slot }]));
}

function asTold({ id, state, rows: pairs }: SentFile<Pair>, bound: ReadonlyMap<string, Bound>): string[] {
  const there = pairs.filter((pair) => bound.get(pair.number)?.deviceId === pair.deviceId).length;
  const wanted = state === 'done' ? pairs.length : 0;
  const over = ['done', 'refused', 'refused-at-once', 'failed'].includes(state);
  if (!over) return [`file ${id} is ${state} in the end`];
  return there === wanted ? [] : [`file ${id} is ${state}, and ${there} of its ${pairs.length} pairs are there`];
}

function slotsInRow(bound: ReadonlyMap<string, Bound>): string[] {
  return [...Map.groupBy(bound.values(), (one) => one.deviceId)].flatMap(([device, found]) => {
    const slots = found.map((one) => one.slot).toSorted((a, b) => a - b);
    return slots.every((slot, at) => slot === at) ? [] : [`${device} has the slots ${slots.join()}`];
  });
}

/** Each file that is done has its one event, whose hash is that of its bindings; no other file has one. */
async function oneEventEach(
  { db }: App,
  siteId: string,
  files: readonly SentFile<Pair>[],
  bound: ReadonlyMap<string, Bound>,
): Promise<string[]> {
  const events = await db
    .selectFrom('events')
    .select(['subject', 'data'])
    .where('site_id', '=', siteId)
    .where('what', '=', 'registration-keys.issued-by-file')
    .execute();
  const done = files.filter((file) => file.state === 'done');
  const faults = done.flatMap(({ id, rows: pairs }) => {
    const found = events.filter((event) => event.subject === `import/${insideId(id ?? '')}`);
    const hash = createHash('sha256');
    for (const binding of pairs.map((pair) => bound.get(pair.number)?.id ?? '').toSorted()) hash.update(binding);
    const right = (found[0]?.data as { newBindingsHash?: string } | undefined)?.newBindingsHash === hash.digest('hex');
    return found.length === 1 && right ? [] : [`file ${id} has ${found.length} events, or one of other bindings`];
  });
  return events.length === done.length ? faults : [...faults, `${events.length} events for ${done.length} files`];
}
