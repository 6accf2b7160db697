import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

/**
 * The limit for issuing: node:http and pg, the statements that issuing one key needs, the same answer, nothing else. It
 * checks nothing. Run as a program, on the database of a running server.
 */
const site = 'conference';
const product = 'room-unit';
const connectionsMax = 16;
const secret = randomBytes(32);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: connectionsMax });

type Session = { id: string; organization_id: string };
type Body = { category: string; deviceId: string; activationKeys: [{ number: string; registrationId: string }] };

const server = createServer((request, answer) => {
  void issue(request).then(
    (text) => answer.writeHead(201, { 'content-type': 'application/json' }).end(text),
    (error: unknown) => answer.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));

async function issue(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const body = JSON.parse(text) as Body;
  const now = new Date();
  const session = await findSession(request.headers.cookie ?? '', now);
  const client = await pool.connect();
  try {
    await client.query('begin');
    const twin = [site, session.id, String(request.headers['idempotency-key'])];
    await client.query(`select set_config('lock_timeout', $1, true)`, ['10000']);
    await client.query(
      'insert into idempotent_answers (site_id, caller, key, request_hash, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing returning key',
      [...twin, createHash('sha256').update(text).digest(), now],
    );
    const answer = JSON.stringify(await bind(client, session, body, now));
    await client.query(
      'update idempotent_answers set status = 201, sealed_body = $4 where site_id = $1 and caller = $2 and key = $3',
      [...twin, Buffer.from(answer)],
    );
    await client.query('commit');
    return answer;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function findSession(cookie: string, now: Date): Promise<Session> {
  const token = new RegExp(`__Host-${site}=([^;]+)`).exec(cookie)?.[1] ?? '';
  const { rows } = await pool.query<Session>(
    `select s.last_seen_at, u.id, u.role, u.organization_id, o.kind from sessions s
     join users u on u.site_id = s.site_id and u.id = s.user_id
     join organizations o on o.site_id = u.site_id and o.id = u.organization_id
     where s.site_id = $1 and s.token_hash = $2 and s.last_seen_at > $3 and o.closed_at is null`,
    [site, createHash('sha256').update(token).digest(), new Date(now.getTime() - 1_800_000)],
  );
  const [session] = rows;
  if (!session) throw new Error('nobody is logged in');
  return session;
}

async function bind(client: pg.PoolClient, session: Session, body: Body, now: Date): Promise<unknown> {
  const { deviceId, category } = body;
  const { number } = body.activationKeys[0];
  const organization = session.organization_id;
  const tries = [site, 'activation-key', organization];
  await client.query(
    `insert into try_counters (site_id, purpose, subject, failed_at) values ($1, $2, $3, '{}') on conflict do nothing`,
    tries,
  );
  await client.query(
    'select failed_at from try_counters where site_id = $1 and purpose = $2 and subject = $3 for update',
    tries,
  );
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`device ${site} hex16 ${deviceId}`]);
  const { rows } = await client.query<{ product_number: string; feature: number; purpose: string }>(
    `select number, registration_id_hash, product_number, feature, purpose, category from activation_keys
     where site_id = $1 and number in ($2) order by number for update`,
    [site, number],
  );
  const [record] = rows;
  if (!record) throw new Error('there is no such activation key');
  await client.query(
    `select b.id, b.activation_key, b.identifier_id, i.value, b.product, b.feature, b.slot, b.key_version, b.issued_at, r.organization_id
     from registration_key_bindings b join identifiers i on i.site_id = b.site_id and i.id = b.identifier_id
     left join registration_key_issues r on r.site_id = b.site_id and r.binding_id = b.id and r.organization_id = $1
     where b.site_id = $2 and b.activation_key in ($3) and b.moved_at is null`,
    [organization, site, number],
  );
  await client.query(
    `select b.feature, b.last from identifiers i
     cross join lateral (
       select feature, max(slot) as last from registration_key_bindings where site_id = $1 and identifier_id = i.id and product = $3 group by feature
     ) b
     where i.site_id = $1 and i.kind = 'hex16' and i.value = $2`,
    [site, deviceId, product],
  );
  const device = [site, deviceId];
  await client.query(
    `insert into identifiers (site_id, id, kind, value) values ($1, $3, 'hex16', $2) on conflict do nothing`,
    [...device, randomUUID()],
  );
  const identifier = await client.query<{ id: string }>(
    `select id from identifiers where site_id = $1 and kind = 'hex16' and value = $2 for update`,
    device,
  );
  const binding = randomUUID();
  await client.query(
    `insert into registration_key_bindings (site_id, id, activation_key, identifier_id, product, feature, slot, key_version, issued_at, moved_at)
     values ($1, $2, $3, $4, $5, $6, 0, 1, $7, null)`,
    [site, binding, number, identifier.rows[0]?.id, product, record.feature, now],
  );
  await client.query(
    `insert into registration_key_issues (site_id, binding_id, organization_id, user_id, issued_at, shown_again, last_shown_at)
     values ($1, $2, $3, $4, $5, 0, $5) on conflict (site_id, binding_id, organization_id)
     do update set shown_again = registration_key_issues.shown_again + 1, last_shown_at = $5`,
    [site, binding, organization, session.id, now],
  );
  await writeEvent(client, session, { bindings: [binding], organization, category, new: 1 }, deviceId, now);
  const registrationKey = createHmac('sha256', secret)
    .update(`${deviceId}${record.feature}`)
    .digest('hex')
    .slice(0, 16);
  const { product_number: productNumber, purpose } = record;
  const key = { registrationKey, productNumber, purpose, activationKey: number, state: 'new', firstIssuedAt: now };
  return { deviceId, category, keys: [key], mailedTo: [] };
}

async function writeEvent(client: pg.PoolClient, session: Session, data: object, deviceId: string, now: Date) {
  const salt = randomBytes(16);
  const detailsHash = createHash('sha256').update(salt).update('{}').digest('hex');
  const event = {
    id: randomUUID(),
    what: 'registration-keys.issued',
    data,
    details: {},
    salt: salt.toString('hex'),
    detailsHash,
  };
  const rows = JSON.stringify([{ ...event, subject: `identifier/hex16/${deviceId}` }]);
  await client.query(
    `with input as (
       select * from jsonb_to_recordset($1::jsonb)
         as r(id uuid, what text, subject text, data jsonb, details jsonb, salt text, "detailsHash" text)
     ), written as (
       insert into events (site_id, id, occurred_at, actor_kind, actor_id, organization_id, what, subject, request_id, data, details_hash)
       select $2, id, $3, 'user', $4::uuid, $5::uuid, what, subject, $6, data, decode("detailsHash", 'hex') from input
     ), detailed as (
       insert into event_details (site_id, event_id, salt, details) select $2, id, decode(salt, 'hex'), details from input
     )
     insert into events_unsealed (event_id, site_id) select id, $2 from input`,
    [rows, site, now, session.id, session.organization_id, randomUUID()],
  );
}
