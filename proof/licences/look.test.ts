import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type OpenDatabase, type Tx } from '../../server/kernel/database.ts';
import { newId, outsideId } from '../../server/kernel/ids.ts';
import { silentLog } from '../../server/kernel/log.ts';
import { giveCamera } from '../../tools/test/cameras.ts';
import { licenceSite, newBelow } from '../../tools/test/licences.ts';
import { giveStock } from '../../tools/test/licence-stock.ts';
import { newOrganization } from '../../tools/test/organizations.ts';
import { giveLicences, placeLicence } from '../../tools/test/placements.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { commandFor, type Wish } from './command.ts';
import { lookAt, lookIn } from './look.ts';

let server: TestServer;
let owner: OpenDatabase;
let number: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = openDatabase(server.databaseUrl.replace('engawa_app', 'engawa_owner'), silentLog);
  const dealer = await newOrganization(server, 'dealer', '見本販売', licenceSite);
  const customer = await newBelow(server, dealer, 'customer', '見本工業');
  number = `S-${newId()}`;
  await giveStock(server, licenceSite, dealer, [{ type: 'recorder', termMonths: 12, quantity: 3 }], { number });
  const licences = await giveLicences(server, { customer, lastDay: '2099-12-31', count: 2 });
  for (const licence of licences) {
    const { device } = await giveCamera(server, 'VC-20');
    await placeLicence(server, { customer, licence, device });
  }
});
afterAll(async () => {
  await owner.close();
  await server.close();
});

const told = (wish: Wish, body: Record<string, unknown>) => ({
  ...commandFor(wish, () => Promise.reject(new Error('nobody is asked again'))),
  answers: [{ status: 201, body }],
});
const lines = [{ type: 'recorder', termMonths: 12, quantity: 1 }];

test('L-02 a look at licences that are all right finds nothing', async () => {
  const ordered = told({ kind: 'order', number, dealer: 'org_d', lines }, {});
  expect(await lookAt(server.app.db, [ordered])).toEqual([]);
});

const gone: [what: string, command: ReturnType<typeof told>][] = [
  ['an order', told({ kind: 'order', number: 'S-9', dealer: 'org_d', lines }, {})],
  ['a refund', told({ kind: 'shop-refund', number: 'R-9', dealer: 'org_d', order: 'S-9' }, {})],
  [
    'an operator’s refund',
    told({ kind: 'refund', dealer: 'org_d', order: 'S-9' }, { id: outsideId('licenceRefund', newId()) }),
  ],
  [
    'a passing',
    told({ kind: 'pass-on', from: 'org_d', to: 'org_b', lines }, { id: outsideId('licencePassing', newId()) }),
  ],
  [
    'an assignment',
    told(
      { kind: 'assign', dealer: 'org_d', customer: 'org_k', lines },
      { assignments: [{ id: outsideId('licenceAssignment', newId()) }] },
    ),
  ],
  [
    'a plan',
    told({ kind: 'plan', dealer: 'org_d', customer: 'org_k', lines }, { plans: [outsideId('licencePlan', newId())] }),
  ],
  ['a cancelled plan', told({ kind: 'cancel', plan: outsideId('licencePlan', newId()) }, {})],
];

test.each(gone)('L-02 a look sees that %s is gone that was answered', async (_, command) => {
  expect(await lookAt(server.app.db, [command])).toHaveLength(1);
});

/** As nobody but the database's owner could: what refuses it is taken away first. */
const planted: [what: string, said: RegExp, plant: (tx: Tx) => Promise<unknown>][] = [
  [
    'an entry has no other side',
    /"move"/,
    (tx) =>
      sql`insert into licence_entries (site_id, move_id, lot_id, holder, quantity, cause, at)
        select site_id, gen_random_uuid(), id, 'assigned', 1, 'assign', now() from licence_lots limit 1`.execute(tx),
  ],
  [
    'a balance is not the sum of its entries',
    /"balance"/,
    (tx) => sql`update licence_balances set quantity = 9 where holder = 'assigned'`.execute(tx),
  ],
  [
    'more was ordered than was given',
    /"bought"[^]*were ordered/,
    (tx) => sql`update licence_lots set quantity = quantity + 1`.execute(tx),
  ],
  [
    'a licence is gone',
    /"assignment"/,
    (tx) => sql`delete from licences where id = (select licence_id from licence_placements limit 1)`.execute(tx),
  ],
  [
    'a licence came from nowhere',
    /"assigned"/,
    (tx) =>
      sql`insert into licences (site_id, id, assignment_id, lot_id, customer_id, type, last_day, expires_at)
        select site_id, gen_random_uuid(), assignment_id, lot_id, customer_id, type, last_day, expires_at from licences limit 1`.execute(
        tx,
      ),
  ],
  [
    'a camera has two licences',
    /device_id .* two placements/,
    (tx) =>
      sql`update licence_placements set device_id = (select device_id from licence_placements order by id limit 1)`.execute(
        tx,
      ),
  ],
  [
    'a licence serves two cameras',
    /licence_id .* two placements/,
    (tx) =>
      sql`update licence_placements set licence_id = (select licence_id from licence_placements order by id limit 1)`.execute(
        tx,
      ),
  ],
  [
    'a licence serves somebody else',
    /not one of its licence/,
    (tx) => sql`update licence_placements set customer_id = gen_random_uuid()`.execute(tx),
  ],
  [
    'a licence serves longer than it runs',
    /not one of its licence/,
    (tx) => sql`update licences set expires_at = now()`.execute(tx),
  ],
];

class Undone extends Error {}

test.each(planted)('L-02 L-05 a look sees when %s', async (_, expected, plant) => {
  let found: string[] = [];
  const spoiling = owner.db.transaction().execute(async (tx) => {
    for (const name of [
      'licence_placements_site_id_device_id_tstzrange_excl',
      'licence_placements_site_id_licence_id_tstzrange_excl',
    ])
      await sql`alter table licence_placements drop constraint ${sql.id(name)}`.execute(tx);
    await sql`alter table licence_placements drop constraint licence_placements_site_id_licence_id_fkey`.execute(tx);
    await plant(tx);
    found = await lookIn(tx, []);
    throw new Undone();
  });
  await expect(spoiling).rejects.toThrow(Undone);
  expect(found.join('\n')).toMatch(expected);
});
