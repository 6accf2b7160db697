import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCompany, newOperator, type Member } from '../../tools/test/accounts.ts';
import { randomHex } from '../../tools/test/activation-keys.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { toShiftJis } from '../../tools/test/shift-jis.ts';

let server: TestServer;
let operator: Member;
let company: Member;

beforeAll(async () => {
  server = await startTestServer();
  operator = await newOperator(server);
  company = await newCompany(server);
});
afterAll(() => server.close());

const headings = ['アクティベーションキーの番号', 'レジストレーションID', '品番', '用途', 'カテゴリー'];
const row = (change: Partial<Record<number, string>> = {}) =>
  [randomHex(16), randomHex(16), 'EX-MP04', '多地点接続', '会議ユニット'].map((cell, index) => change[index] ?? cell);
const csv = (rows: string[][], heads: string[] = headings) =>
  [heads, ...rows].map((cells) => cells.join(',')).join('\r\n');

type Fault = { code: string; params?: object };
type Preview = {
  id: string;
  hash: string;
  encoding: string;
  rowCount: number;
  faultCount: number;
  storedCount: number;
  state: string;
  rows: { line: number; faults: Record<string, Fault> }[];
};

async function upload(member: Member, content: string | Uint8Array<ArrayBuffer>, name = 'keys.csv') {
  const form = new FormData();
  form.set('kind', 'activation-keys');
  form.set('file', new File([content], name));
  const answer = await member.call('POST', `${member.path}/imports`, form);
  return { ...answer, preview: answer.body as unknown as Preview };
}

const confirm = (member: Member, preview: Preview, hash = preview.hash) =>
  member.call('POST', `${member.path}/imports/${preview.id}/confirm`, { hash });
const count = async () =>
  (
    await server.app.db
      .selectFrom('activation_keys')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;

describe('P-23 a good file', () => {
  test('P-23 a Shift_JIS CSV is previewed, stores nothing until confirmed, then all rows, once', async () => {
    const before = await count();
    const { preview, status } = await upload(
      operator,
      toShiftJis(csv([row(), row(), row({ 0: '　０１２３－' + '4567-89ab-cdef' })])),
    );
    expect(status).toBe(201);
    expect(preview).toMatchObject({ encoding: 'shift_jis', rowCount: 3, faultCount: 0, state: 'previewed' });
    expect(await count()).toBe(before);
    const events = await eventsCausedBy(server.app, () => confirm(operator, preview));
    expect(events.sort()).toEqual(['activation-keys.imported', 'import.done']);
    expect(await count()).toBe(before + 3);
    const again = await confirm(operator, preview);
    expect(again.body).toMatchObject({ state: 'done', storedCount: 3 });
    expect(await count()).toBe(before + 3);
  });

  test('P-23 the same file sent twice is stored once', async () => {
    const file = csv([row(), row()]);
    const before = await count();
    await confirm(operator, (await upload(operator, file)).preview);
    const second = await upload(operator, file);
    expect(second.preview.faultCount).toBe(0);
    expect((await confirm(operator, second.preview)).body).toMatchObject({ storedCount: 0 });
    expect(await count()).toBe(before + 2);
  });

  test('P-23 UTF-8 with and without its mark, English headings, keys as headings, any order, other columns named', async () => {
    for (const heads of [
      headings,
      ['アクティベーションキーナンバー', ...headings.slice(1)],
      ['Activation key number', 'Registration ID', 'Product number', 'Purpose', 'Category'],
      ['number', 'registrationId', 'productNumber', 'purpose', 'category'],
    ]) {
      expect((await upload(operator, `\uFEFF${csv([row()], heads)}`)).preview).toMatchObject({
        faultCount: 0,
        encoding: 'utf-8',
      });
    }
    const turned = await upload(operator, csv([[...row(), 'note'].reverse()], [...headings, 'メモ'].reverse()));
    expect(turned.body).toMatchObject({ faultCount: 0, unknownColumns: ['メモ'] });
  });

  test('P-23 confirmed twice at once it is stored once', async () => {
    const { preview } = await upload(operator, csv([row(), row()]));
    const before = await count();
    const answers = await Promise.all([
      confirm(operator, preview),
      confirm(operator, preview),
      confirm(operator, preview),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(await count()).toBe(before + 2);
  });
});

describe('P-23 faults', () => {
  test.each([
    ['number', 0, 'XYZ', 'identifiers/hex-characters'],
    ['number', 0, '0123', 'identifiers/hex-length'],
    ['number', 0, '', 'identifiers/required'],
    ['registrationId', 1, '12', 'identifiers/hex-length'],
    ['productNumber', 2, '', 'identifiers/required'],
    ['productNumber', 2, 'NO-SUCH', 'registration-keys/product-unknown'],
    ['purpose', 3, 'あ'.repeat(101), 'identifiers/text-long'],
    ['category', 4, 'どこか', 'registration-keys/category-unknown'],
    ['category', 4, '', 'identifiers/required'],
  ])('P-23 the cell %s (%d) with %j is told at the cell; nothing can be stored', async (column, index, value, code) => {
    const before = await count();
    const { preview } = await upload(operator, csv([row(), row({ [index]: value })]));
    expect(preview.faultCount).toBeGreaterThan(0);
    expect(preview.rows[0]).toMatchObject({ line: 3, faults: { [column]: { code } } });
    expect(await confirm(operator, preview)).toMatchObject({
      status: 422,
      body: { type: '/problems/imports/has-faults' },
    });
    expect(await count()).toBe(before);
  });

  test('P-23 all of 37 wrong cells are shown, the number twice in the file and one stored with other data too', async () => {
    const number = randomHex(16);
    await confirm(operator, (await upload(operator, csv([row({ 0: number })]))).preview);
    const rows = [...Array.from({ length: 35 }, () => row({ 1: 'bad' })), row({ 0: number }), row()];
    rows.push(row({ 0: rows[36]?.[0] ?? '' }));
    const { preview } = await upload(operator, csv(rows));
    expect(preview.faultCount).toBe(37);
    const codes = preview.rows.flatMap((one) => Object.values(one.faults).map((fault) => fault.code));
    expect(codes.filter((code) => code === 'imports/stored-differently')).toHaveLength(1);
    expect(codes.filter((code) => code === 'imports/repeated-in-file')).toHaveLength(1);
  });

  test.each([
    ['no rows', headings.join(','), 'no-rows'],
    ['nothing', '', 'no-rows'],
    ['missing columns', csv([['a', 'b']], ['品番', '用途']), 'columns-missing'],
    ['an open quotation mark', `${headings.join(',')}\r\n"abc,`, 'not-a-table'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00, 0x81, 0xff]), 'unreadable-encoding'],
    ['too many rows', csv(Array.from({ length: 20_001 }, () => ['1', '2', '3', '4', '5'])), 'too-many-rows'],
  ])('P-23 a file with %s is refused as a whole', async (_, content, code) => {
    const answer = await upload(operator, content);
    expect(answer).toMatchObject({ status: 422, body: { type: `/problems/imports/${code}` } });
  });

  test('P-23 a file over 5 MiB is refused, a changed hash too, and a day later it is gone', async () => {
    expect((await upload(operator, 'x'.repeat(5 * 1024 * 1024 + 1))).status).toBe(413);
    const { preview } = await upload(operator, csv([row()]));
    expect((await confirm(operator, preview, '0'.repeat(64))).status).toBe(409);
    const stored = await server.app.db.selectFrom('imports').select('sealed_content').executeTakeFirstOrThrow();
    expect(stored.sealed_content?.toString('latin1')).not.toContain('EX-MP04');
    server.clock.move(24 * 3_600_000);
    operator = await newOperator(server);
    expect((await confirm(operator, preview)).status).toBe(404);
  });
});

describe('who may import', () => {
  test('K-13 a company may not, and does not see an operator’s file', async () => {
    company = await newCompany(server);
    expect((await upload(company, csv([row()]))).status).toBe(403);
    expect((await company.call('GET', '/import-templates/activation-keys')).status).toBe(403);
    const { preview } = await upload(operator, csv([row()]));
    expect((await company.call('GET', `${company.path}/imports/${preview.id}`)).status).toBe(404);
  });

  test('P-23 the template holds the headings in the language asked for', async () => {
    const answer = await operator.call('GET', '/import-templates/activation-keys?language=ja');
    expect(answer.text.trim()).toBe(headings.join(','));
  });
});
