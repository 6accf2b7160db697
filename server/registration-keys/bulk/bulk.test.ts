import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCompany, newOperator, type Member } from '../../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex } from '../../../tools/test/activation-keys.ts';
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
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { carryOut, confirmFile, readFile } from '../../../tools/test/imports.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { formatDeviceId } from '../../../domain/identifiers/device-id.ts';

let server: TestServer;
let company: Member;
let other: Member;

beforeAll(async () => {
  server = await startTestServer();
  [company, other] = [await newCompany(server), await newCompany(server)];
});
afterAll(() => server.close());

const give = (count: number, options = {}) => giveActivationKeys(server, count, options);
const listed = async (member: Member, query: string) =>
  (await member.call('GET', `${member.path}/registration-keys?${query}`)).body.items as Record<string, string>[];

const bindings = () => readBindings(server.app);

describe('K-05 a good file', () => {
  test('K-05 its keys are those that the wizard gives, found by search and list, mailed without keys, in one event', async () => {
    const keys = await give(3);
    const device = randomHex(16);
    const pairs = pairsOf(keys, () => device).map((pair, at): Pair => ({ ...pair, lines: [`本社 ${at}`, '3階'] }));
    const { shown } = await uploadPairs(company, pairs);
    expect(shown).toMatchObject({ state: 'previewed', rowCount: 3, faultCount: 0, counts: { new: 3 } });
    expect(shown.rows[0]?.cells).toMatchObject({ productNumber: 'EX-MP04', purpose: '多地点接続', state: 'new' });
    expect(await bindings()).toEqual([]);
    const events = await eventsCausedBy(server.app, () => carryOut(company, shown));
    expect(events.sort()).toEqual(['import.confirmed', 'import.done', 'registration-keys.issued-by-file']);
    const done = await readFile(company, shown.id, '?pageSize=50');
    expect(done).toMatchObject({ state: 'done', storedCount: 3, counts: { new: 3 }, shownCount: 3 });
    expect(done.columns).not.toContain('registrationId');
    const again = await issueByWizard(company, device, [keys[1]!]);
    const [fromWizard] = again.body.keys as { registrationKey: string; state: string }[];
    expect(fromWizard).toMatchObject({ registrationKey: done.rows[1]?.cells.registrationKey, state: 'issued-before' });
    const found = await listed(company, `deviceId=${device}`);
    expect(new Set(found.map((row) => row.registrationKey))).toEqual(
      new Set(done.rows.map((row) => row.cells.registrationKey)),
    );
    expect(found[0]?.installation).toEqual(['本社 2', '3階']);
    const mail = await server.mail.waitFor((one) => one.text.includes(shown.id));
    expect(mail.text).toContain(`/registration-keys/bulk/${shown.id}`);
    for (const row of done.rows) expect(mail.raw).not.toContain(row.cells.registrationKey);
    expect(mail.raw).not.toContain(keys[0]?.registrationId);
  });

  test('K-05 rows of one device take its slots in their order, after those it had', async () => {
    const keys = await give(4);
    const device = randomHex(16);
    await issueByWizard(company, device, [keys[3]!]);
    await issuePairs(
      company,
      pairsOf(keys.slice(0, 3), () => device),
    );
    const slots = (await bindings()).filter((line) => line.includes(device)).map((line) => line.split(' '));
    const bySlot = new Map(slots.map(([number, , slot]) => [slot, number]));
    expect([0, 1, 2, 3].map((slot) => bySlot.get(String(slot)))).toEqual(
      [keys[3], keys[0], keys[1], keys[2]].map((key) => key?.number),
    );
  });

  test('K-05 a category that is left out is that of the activation key; a MAC address is one by its length', async () => {
    const [live] = await give(1, { category: 'live-link', productNumber: 'EX-LIV1' });
    const [unit] = await give(1);
    const mac = randomHex(12);
    const done = await issuePairs(company, [
      { ...live!, deviceId: formatDeviceId(mac, 'mac') },
      { ...unit!, deviceId: randomHex(16), category: '会議ユニット' },
    ]);
    expect(done.rows.map((row) => row.cells.category)).toEqual(['live-link', 'conference-unit']);
    expect(done.rows[0]?.cells.deviceId).toBe(formatDeviceId(mac, 'mac'));
  });

  test('K-05 the same pair again is issued before with its first date, whoever issued it, and nothing of them', async () => {
    const keys = await give(2);
    const pairs = pairsOf(keys);
    await issuePairs(other, [{ ...pairs[0]!, lines: ['秘密の場所', ''] }]);
    const firstAt = server.clock.now().toISOString();
    server.clock.move(60_000);
    company = await newCompany(server);
    const { shown } = await uploadPairs(company, pairs);
    expect(shown.counts).toEqual({ 'issued-before': 1, new: 1 });
    const done = await carryOut(company, shown);
    expect(done.rows[0]?.cells).toMatchObject({ state: 'issued-before', firstIssuedAt: firstAt, installation1: '' });
    expect(JSON.stringify(done)).not.toContain('秘密の場所');
    expect(done).toMatchObject({ storedCount: 1, counts: { 'issued-before': 1, new: 1 } });
    expect(await listed(company, `activationKey=${keys[0]?.number}`)).toHaveLength(1);
  });

  test('K-05 the result is a file, in words of the language asked for; the template can be filled in', async () => {
    const done = await issuePairs(company, pairsOf(await give(2)));
    const answer = await company.call('GET', `${company.path}/imports/${done.id}/result?language=ja`);
    const [head = '', first = ''] = answer.text.split('\r\n');
    expect(head).toBe(
      '機器ID,レジストレーションキー,アクティベーションキーの番号,品番,用途,状態,初回発行日時,カテゴリー,設置場所 1行目,設置場所 2行目',
    );
    expect(first.split(',').slice(1, 7)).toEqual([
      done.rows[0]?.cells.registrationKey,
      done.rows[0]?.cells.number,
      'EX-MP04',
      '多地点接続',
      '新規',
      expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\+09:00$/),
    ]);
    const excel = await company.call('GET', `${company.path}/imports/${done.id}/result?format=xlsx`);
    expect(excel.headers.get('content-type')).toContain('spreadsheetml');
    const template = await company.call('GET', '/import-templates/bulk-issue?language=en');
    expect(template.text.trim()).toBe(
      'Category,Device ID,Activation key number,Registration ID,"Installation site, line 1","Installation site, line 2"',
    );
  });
});

describe('K-05 faults', () => {
  test('K-05 every kind of fault is at its cell; nothing is stored; all of them together count as one try', async () => {
    company = await newCompany(server);
    const keys = await give(8);
    const [live] = await give(1, { category: 'live-link', productNumber: 'EX-LIV1' });
    const device = randomHex(16);
    await issueByWizard(other, randomHex(16), [keys[0]!]);
    await issueByWizard(company, randomHex(16), [keys[1]!]);
    const before = await bindings();
    const pairs: Pair[] = [
      { ...keys[0]!, deviceId: device },
      { ...keys[1]!, deviceId: device },
      { ...keys[2]!, registrationId: randomHex(16), deviceId: device },
      { number: randomHex(16), registrationId: randomHex(16), deviceId: device },
      { ...keys[3]!, deviceId: device },
      { ...keys[3]!, deviceId: device },
      { ...live!, deviceId: randomHex(16) },
      {
        ...live!,
        number: keys[4]!.number,
        registrationId: keys[4]!.registrationId,
        deviceId: randomHex(12),
        category: 'live-link',
      },
      { ...keys[5]!, deviceId: 'XYZ' },
      { ...keys[6]!, deviceId: device, category: 'モバイルアプリ' },
      { ...keys[7]!, deviceId: device, lines: ['あ'.repeat(51), ''] },
    ];
    const { shown } = await uploadPairs(company, pairs);
    const refused = 'registration-keys/';
    expect(faultsOf(shown)).toEqual([
      [2, `number ${refused}bound-to-other-device`],
      [3, `number ${refused}bound-to-own-device`],
      [4, `number ${refused}unknown-activation-key`],
      [5, `number ${refused}unknown-activation-key`],
      [7, 'number imports/repeated-in-file'],
      [8, 'deviceId identifiers/hex-length'],
      [9, `number ${refused}file-other-category`],
      [10, 'deviceId identifiers/hex-characters'],
      [11, `category ${refused}file-not-issued-here`],
      [12, 'installation1 identifiers/text-long'],
    ]);
    expect(shown.rows[6]?.faults.number?.params).toEqual({ category: '会議ユニット' });
    expect((await confirmFile(company, shown)).status).toBe(422);
    expect(await bindings()).toEqual(before);
    const counter = await server.app.db
      .selectFrom('try_counters')
      .select('failed_at')
      .where('purpose', '=', 'activation-key')
      .where('subject', '=', company.organization.slice(4))
      .executeTakeFirstOrThrow();
    expect(counter.failed_at).toHaveLength(1);
  });

  test('K-05 the seventeenth key of a feature of one device is refused', async () => {
    const keys = await give(17);
    const device = randomHex(16);
    const { shown } = await uploadPairs(
      company,
      pairsOf(keys, () => device),
    );
    expect(faultsOf(shown)).toEqual([[18, 'number registration-keys/slots-used-up']]);
    expect(
      (
        await uploadPairs(
          company,
          pairsOf(keys.slice(0, 16), () => device),
        )
      ).shown.faultCount,
    ).toBe(0);
  });

  test('K-05 50 wrong pairs are shown and one try; with 51 the file is refused, shows none, and operators are told', async () => {
    company = await newCompany(server);
    await newOperator(server);
    const wrong = (count: number) =>
      Array.from({ length: count }, () => ({
        deviceId: randomHex(16),
        number: randomHex(16),
        registrationId: randomHex(16),
      }));
    const [good] = pairsOf(await give(1));
    expect((await uploadPairs(company, [good!, ...wrong(50)])).shown.faultCount).toBe(50);
    let answer: Awaited<ReturnType<typeof uploadPairs>> | undefined;
    const events = await eventsCausedBy(server.app, async () => {
      answer = await uploadPairs(company, [good!, ...wrong(51)]);
    });
    expect(answer).toMatchObject({ status: 422, body: { type: '/problems/registration-keys/file-refused' } });
    expect(answer?.text).not.toMatch(/line|rows|number/);
    expect(events).toEqual(['registration-keys.file-refused']);
    const mail = await server.mail.waitFor((one) => one.to.startsWith('operator') && one.text.includes('51'));
    expect(mail.text).toContain('見本商事株式会社');
  });

  test('K-05 after ten such files the organization waits, in the wizard too; right files before that cost nothing', async () => {
    company = await newCompany(server);
    const good = pairsOf(await give(1));
    const wrong = () => [{ deviceId: randomHex(16), number: randomHex(16), registrationId: randomHex(16) }];
    for (let file = 0; file < 10; file += 1) expect((await uploadPairs(company, wrong())).status).toBe(201);
    const waiting = await uploadPairs(company, good);
    expect(waiting).toMatchObject({ status: 429, body: { type: '/problems/registration-keys/too-many-tries' } });
    expect((await askWizard(company, randomHex(16), await give(1))).status).toBe(429);
    server.clock.move(61_000);
    expect((await uploadPairs(company, good)).status).toBe(201);
  });

  test("K-05 another organization's keys and devices read like any that are in use, and never by their data", async () => {
    const [theirs, mine] = await give(2);
    const device = randomHex(16);
    await issuePairs(other, [{ ...theirs!, deviceId: device, lines: ['極秘ビル', ''] }]);
    company = await newCompany(server);
    const { shown } = await uploadPairs(company, [
      { ...theirs!, deviceId: randomHex(16) },
      { ...theirs!, number: randomHex(16), deviceId: device },
      { ...mine!, deviceId: device },
    ]);
    expect(faultsOf(shown)).toEqual([
      [2, 'number registration-keys/bound-to-other-device'],
      [3, 'number registration-keys/unknown-activation-key'],
    ]);
    expect(JSON.stringify(shown)).not.toContain('極秘ビル');
    const asked = await company.call(
      'GET',
      `${company.path}/imports/${shown.id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`,
    );
    const foreign = await other.call('GET', `${other.path}/imports/${shown.id}`);
    expect(foreign.status).toBe(404);
    expect(foreign.body.type).toBe(asked.body.type);
  });
});
