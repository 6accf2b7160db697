import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCompany, type Member } from '../../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex, type TestKey } from '../../../tools/test/activation-keys.ts';
import {
  askWizard,
  faultsOf,
  issueByWizard,
  issuePairs,
  pairsOf,
  readBindings,
  uploadPairs,
  type Pair,
} from '../../../tools/test/bulk.ts';
import { carryOut, confirmFile, readFile, untilOver } from '../../../tools/test/imports.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { KeyUnavailable } from '../../kernel/key-provider.ts';

let server: TestServer;
let company: Member;
let other: Member;

beforeAll(async () => {
  server = await startTestServer();
  [company, other] = [await newCompany(server), await newCompany(server)];
});
afterAll(() => server.close());

const give = (count: number, options = {}) => giveActivationKeys(server, count, options);

const bindings = () => readBindings(server.app);

describe('K-05 jobs', () => {
  /** Holds on to an activation key as another transaction would, so that a job has to wait for it. */
  async function holding<T>(key: TestKey, work: () => Promise<T>): Promise<T> {
    const client = await server.app.pool.connect();
    try {
      await client.query('begin');
      await client.query('select 1 from activation_keys where number = $1 for update', [key.number]);
      return await work();
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  test('K-05 a job that works shows so, cannot be called off, can be left, and is done once', async () => {
    company = await newCompany(server);
    const keys = await give(3);
    const { shown } = await uploadPairs(company, pairsOf(keys));
    await holding(keys[0]!, async () => {
      expect((await confirmFile(company, shown)).body.state).toMatch(/waiting|running/);
      for (let state = ''; state !== 'running';) state = (await readFile(company, shown.id)).state;
      const list = await company.call('GET', `${company.path}/imports`);
      expect(list.body.items).toMatchObject([{ id: shown.id, state: 'running', rowCount: 3 }]);
      const cancel = await company.call('POST', `${company.path}/imports/${shown.id}/cancel`);
      expect(cancel).toMatchObject({ status: 409, body: { type: '/problems/imports/began-already' } });
      expect((await confirmFile(company, shown)).body).toMatchObject({ state: 'running' });
      expect((await uploadPairs(company, pairsOf(keys))).status).toBe(201);
    });
    expect(await untilOver(company, shown.id)).toMatchObject({ state: 'done', storedCount: 3 });
  });

  test('K-05 what was right when previewed and is taken meanwhile is refused as a whole, with the fault at its cell', async () => {
    company = await newCompany(server);
    const keys = await give(3);
    const { shown } = await uploadPairs(company, pairsOf(keys));
    await issueByWizard(other, randomHex(16), [keys[1]!]);
    const before = await bindings();
    const over = await carryOut(company, shown);
    expect(over).toMatchObject({ state: 'refused', faultCount: 1, storedCount: 0 });
    expect(faultsOf(over)).toEqual([[3, 'number registration-keys/bound-to-other-device']]);
    expect(await bindings()).toEqual(before);
    const mail = await server.mail.waitFor((one) => one.text.includes(shown.id));
    expect(mail.text).toContain('誤りのあるセル: 1');
    const file = await company.call('GET', `${company.path}/imports/${shown.id}/result`);
    expect(file.text).toContain('別の機器IDに使われて');
  });

  test('K-05 two files and a wizard at once for the same keys in other orders: exactly one gets them', async () => {
    const keys = await give(40);
    const [one, two] = [await newCompany(server), await newCompany(server)];
    const files = [
      { member: one, pairs: pairsOf(keys) },
      { member: two, pairs: pairsOf(keys.toReversed()) },
    ];
    const shown = await Promise.all(files.map(async ({ member, pairs }) => (await uploadPairs(member, pairs)).shown));
    const [first, second, byHand] = await Promise.all([
      carryOut(one, shown[0]!),
      carryOut(two, shown[1]!),
      askWizard(other, randomHex(16), [keys[20]!, keys[3]!]),
    ]);
    const won = [first.state === 'done', second.state === 'done', byHand.status === 201].filter(Boolean);
    expect(won).toHaveLength(1);
    expect([first.state, second.state].filter((state) => state !== 'done' && state !== 'refused')).toEqual([]);
    const bound = (await bindings()).filter((line) => keys.some((key) => line.startsWith(key.number)));
    expect([40, 2]).toContain(bound.length);
  });

  test('K-05 a job whose node died is taken up again; one that always breaks is given up with the reason', async () => {
    company = await newCompany(server);
    const { shown } = await uploadPairs(company, pairsOf(await give(1)));
    const id = shown.id.slice(4);
    // What ten attempts leave behind whose process died.
    await server.app.db
      .insertInto('import_progress')
      .values({
        site_id: 'conference',
        import_id: id,
        attempts: 10,
        began_at: server.clock.now(),
        rows_done: 0,
        next_try_at: server.clock.now(),
      })
      .execute();
    expect(await carryOut(company, shown)).toMatchObject({ state: 'failed', fault: 'imports/gave-up', storedCount: 0 });
    await server.mail.waitFor((one) => one.text.includes(shown.id));
    const next = await uploadPairs(company, pairsOf(await give(1)));
    await server.app.db
      .insertInto('import_progress')
      .values({
        site_id: 'conference',
        import_id: next.shown.id.slice(4),
        attempts: 9,
        began_at: server.clock.now(),
        rows_done: 0,
        next_try_at: server.clock.now(),
      })
      .execute();
    expect(await carryOut(company, next.shown)).toMatchObject({ state: 'done' });
  });
});

test('P-19 a job that met a key provider that was away is tried again, and is done once', async () => {
  company = await newCompany(server);
  const keys = await give(2);
  const { shown } = await uploadPairs(company, pairsOf(keys));
  const { keyProvider } = server.app;
  let asked = 0;
  server.app.keyProvider = {
    key: (name, create) => {
      asked += 1;
      return asked === 1 ? Promise.reject(new KeyUnavailable('away')) : keyProvider.key(name, create);
    },
  };
  const over = await carryOut(company, shown);
  server.app.keyProvider = keyProvider;
  expect(over).toMatchObject({ state: 'done', storedCount: 2 });
  expect(asked).toBeGreaterThan(1);
  const bound = (await bindings()).filter((line) => keys.some((key) => line.startsWith(key.number)));
  expect(bound).toHaveLength(2);
});

describe('K-05 limits and laws', () => {
  test('K-05 10,000 rows are issued, 10,001 are refused', async () => {
    company = await newCompany(server);
    const keys = await give(10_000);
    const pairs = pairsOf(keys);
    const long: Pair[] = [...pairs, ...pairsOf([{ number: randomHex(16), registrationId: randomHex(16) }])];
    expect(await uploadPairs(company, long)).toMatchObject({
      status: 422,
      body: { type: '/problems/imports/too-many-rows', params: { max: 10_000 } },
    });
    const written = pairs.map((pair): Pair => ({ ...pair, lines: ['あ'.repeat(50), 'い'.repeat(50)] }));
    const done = await issuePairs(company, written);
    expect(done).toMatchObject({ state: 'done', storedCount: 10_000 });
    const last = await readFile(company, done.id, '?page=100&pageSize=100');
    expect(last.rows.at(-1)?.cells.registrationKey).toMatch(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/);
  });

  test('K-05 issuing twice is issuing once, and any order of rows binds the same pairs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(4), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
        async (places, order) => {
          const devices = Array.from({ length: 5 }, () => randomHex(16));
          const keys = await give(places.length);
          const pairs = keys.map((key, at): Pair => ({ ...key, deviceId: devices[places[at] ?? 0] ?? '' }));
          const turned = pairs.toSorted((a, b) => (order[pairs.indexOf(a)] ?? 0) - (order[pairs.indexOf(b)] ?? 0));
          const start = await bindings();
          const member = company;
          const [first, second] = [
            await issuePairs(member, pairs),
            await issuePairs(member, [...turned, ...pairsOf(await give(1))]),
          ];
          expect(first.counts).toEqual({ new: pairs.length });
          expect(second.counts).toEqual({ 'issued-before': pairs.length, new: 1 });
          const mine = (await bindings())
            .filter((line) => !start.includes(line))
            .map((line) => line.split(' ').slice(0, 2).join(' '));
          const asked = pairs.map((pair) => `${pair.number} ${pair.deviceId}`);
          expect(mine.filter((line) => asked.includes(line)).toSorted()).toEqual(asked.toSorted());
          expect(mine).toHaveLength(pairs.length + 1);
        },
      ),
      { numRuns: 6 },
    );
  });
});
