import type pg from 'pg';
import { chainHash, type Unsealed } from '../../server/kernel/sealer.ts';
import { newId } from '../../server/kernel/ids.ts';
import type { Random } from '../kit/random.ts';

/** Somebody who owns the database, with no trigger and no reference in the way; `events` stand at positions 1 … `events`. */
export type Intruder = { client: pg.Client; events: number; random: Random };
/** Does one thing to the log; where the first trace of it must be found. */
export type Deed = (by: Intruder) => Promise<{ at: number }>;

const far = 1_000_000;

/** What an owner can take out of their own way. */
export const unlock = [
  ...['events', 'event_seals'].map((table) => `alter table ${table} disable trigger user`),
  'alter table event_seals drop constraint event_seals_site_id_event_id_fkey',
  'alter table event_seals drop constraint event_seals_position_check',
  'alter table event_details drop constraint event_details_site_id_event_id_fkey',
  'alter table events drop constraint events_actor_kind_check',
];

const eventAt = '(select event_id from event_seals where position = $1)';
const anywhere = ({ events, random }: Intruder) => 1 + random.below(events);

/** Sets a column of an event to something else. */
function edit(column: string, value: string): Deed {
  return async (by) => {
    const at = anywhere(by);
    await by.client.query(`update events set ${column} = ${value} where id = ${eventAt}`, [at]);
    return { at };
  };
}

/** The details of some event that still has any, changed. */
function editDetails(change: string): Deed {
  return async ({ client, random }) => {
    const { rows } = await client.query<{ at: number; id: string }>(
      'select s.position as at, s.event_id as id from event_details d join event_seals s on s.event_id = d.event_id order by 1',
    );
    const { at, id } = random.pick(rows);
    await client.query(`update event_details set ${change} where event_id = $1`, [id]);
    return { at };
  };
}

async function removeEvent(client: pg.Client, at: number): Promise<void> {
  await client.query(`delete from event_details where event_id = ${eventAt}`, [at]);
  await client.query(`delete from events where id = ${eventAt}`, [at]);
}

/** Makes room at a position, or closes a gap there; the seals after it keep their hashes. */
async function shift(client: pg.Client, after: number, by: 1 | -1): Promise<void> {
  await client.query('update event_seals set position = position + $2 where position > $1', [after, far]);
  await client.query('update event_seals set position = position - $1 where position > $2', [far - by, far]);
}

async function cutEnd({ client, events, random }: Intruder): Promise<number> {
  const at = events - random.below(Math.min(events, 10));
  await client.query(
    'delete from event_details where event_id in (select event_id from event_seals where position >= $1)',
    [at],
  );
  await client.query('delete from events where id in (select event_id from event_seals where position >= $1)', [at]);
  await client.query('delete from event_seals where position >= $1', [at]);
  return at;
}

/** Calculates every hash from a position on anew, as somebody would who has read this program. */
async function sealAnew(client: pg.Client, from: number): Promise<void> {
  const { rows } = await client.query<Unsealed & { position: number; chain_hash: Buffer }>(
    'select s.position, s.chain_hash, e.* from event_seals s join events e on e.id = s.event_id order by s.position',
  );
  let previous: Buffer = Buffer.alloc(32);
  const hashes: string[] = [];
  for (const row of rows) {
    previous = row.position < from ? row.chain_hash : chainHash(previous, row.position, row);
    if (row.position >= from) hashes.push(previous.toString('hex'));
  }
  await client.query(
    `update event_seals s set chain_hash = decode(h.hash, 'hex')
     from unnest($1::text[]) with ordinality as h(hash, place) where s.position = $2 + h.place - 1`,
    [hashes, from],
  );
}

export const deeds: Readonly<Record<string, Deed>> = {
  'another time': edit('occurred_at', `occurred_at + interval '1 ms'`),
  'another kind of actor': edit('actor_kind', `actor_kind || 'x'`),
  'another actor': edit('actor_id', 'gen_random_uuid()'),
  'another organization': edit('organization_id', 'gen_random_uuid()'),
  'on behalf of somebody else': edit('on_behalf_of', 'gen_random_uuid()'),
  'something else happened': edit('what', `'thing.made'`),
  'to something else': edit('subject', `'thing/' || gen_random_uuid()`),
  'in another request': edit('request_id', 'gen_random_uuid()::text'),
  'other data': edit('data', `data || '{"at": -1}'`),
  'more data': edit('data', `data || '{"more": null}'`),
  'another hash of the details': edit('details_hash', `decode(md5(details_hash::text), 'hex')`),
  'other details': editDetails(`details = details || '{"name": "x"}'`),
  'another salt': editDetails(`salt = decode(md5(salt::text), 'hex')`),
  'another seal': async (by) => {
    const at = anywhere(by);
    const bit = by.random.below(256);
    await by.client.query(
      'update event_seals set chain_hash = set_bit(chain_hash, $2, 1 - get_bit(chain_hash, $2)) where position = $1',
      [at, bit],
    );
    return { at };
  },
  'an event removed with its seal': async (by) => {
    const at = anywhere(by);
    await removeEvent(by.client, at);
    await by.client.query('delete from event_seals where position = $1', [at]);
    return { at };
  },
  'an event removed, its seal left': async (by) => {
    const at = anywhere(by);
    await removeEvent(by.client, at);
    return { at };
  },
  'a seal removed': async (by) => {
    const at = anywhere(by);
    await by.client.query('delete from event_seals where position = $1', [at]);
    return { at };
  },
  'an event removed and the gap closed': async (by) => {
    const at = anywhere(by);
    await removeEvent(by.client, at);
    await by.client.query('delete from event_seals where position = $1', [at]);
    await shift(by.client, at, -1);
    return { at };
  },
  'two events exchanged': async (by) => {
    const at = 1 + by.random.below(by.events - 1);
    const other = at + 1 + by.random.below(by.events - at);
    const places = [at, other];
    const { rows } = await by.client.query<{ id: string }>(
      'select event_id as id from event_seals where position = any($1::bigint[]) order by position',
      [places],
    );
    await by.client.query('update event_seals set event_id = gen_random_uuid() where position = $1', [at]);
    await by.client.query('update event_seals set event_id = $2 where position = $1', [other, rows[0]?.id]);
    await by.client.query('update event_seals set event_id = $2 where position = $1', [at, rows[1]?.id]);
    return { at };
  },
  'an event put in between': async (by) => {
    const at = anywhere(by);
    const id = newId();
    await shift(by.client, at - 1, 1);
    await by.client.query(
      `insert into events select site_id, $2, occurred_at, actor_kind, actor_id, organization_id, on_behalf_of, what, subject, request_id, data, details_hash
       from events where id = (select event_id from event_seals where position = $1::bigint + 1)`,
      [at, id],
    );
    await by.client.query(
      `insert into event_seals (site_id, position, event_id, chain_hash)
       select site_id, $1::bigint, $2, chain_hash from event_seals where position = $1::bigint + 1`,
      [at, id],
    );
    return { at };
  },
  'the end cut off': async (by) => ({ at: await cutEnd(by) }),
  'the end cut off, and nobody has read it': async (by) => {
    const at = await cutEnd(by);
    await by.client.query('update event_readers set position = $1', [at - 1]);
    return { at };
  },
  'an event changed and everything sealed anew': async (by) => {
    const { at } = await edit('what', `'thing.made'`)(by);
    await sealAnew(by.client, at);
    return { at: by.events };
  },
};
