import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCompany, newOperator, type Member } from '../../tools/test/accounts.ts';
import { randomHex } from '../../tools/test/activation-keys.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { carryOut, confirmFile, readFile, untilOver, uploadFile, type ShownImport } from '../../tools/test/imports.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { toShiftJis } from '../../tools/test/shift-jis.ts';
import { workbook, type TestCell } from '../../tools/test/xlsx.ts';

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
const csv = (rows: string[][], heads: string[] = headings, separator = ',', end = '\r\n') =>
  [heads, ...rows].map((cells) => cells.join(separator)).join(end);
const sheet = (rows: TestCell[][], heads: string[] = headings) => workbook([heads, ...rows]);

const upload = (member: Member, content: string | Uint8Array<ArrayBuffer>, name?: string) =>
  uploadFile(member, 'activation-keys', content, name);
const stored = async () =>
  (
    await server.app.db
      .selectFrom('activation_keys')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;

describe('P-23 a good file', () => {
  test('P-23 a Shift_JIS CSV is previewed, stores nothing until confirmed, then all rows, once', async () => {
    const before = await stored();
    const bytes = toShiftJis(csv([row(), row(), row({ 0: '　０１２３－' + '4567-89ab-cdef' })]));
    const { shown, status } = await upload(operator, bytes);
    expect(status).toBe(201);
    expect(shown).toMatchObject({ encoding: 'shift_jis', rowCount: 3, faultCount: 0, state: 'previewed' });
    expect(await stored()).toBe(before);
    const events = await eventsCausedBy(server.app, () => carryOut(operator, shown));
    expect(events.sort()).toEqual(['activation-keys.imported', 'import.confirmed', 'import.done']);
    expect(await stored()).toBe(before + 3);
    const again = await confirmFile(operator, shown);
    expect(again.body).toMatchObject({ state: 'done', storedCount: 3 });
    expect(await stored()).toBe(before + 3);
  });

  test('P-23 the same file again says that it was done, and when, and does nothing new', async () => {
    const file = csv([row(), row()]);
    const first = await carryOut(operator, (await upload(operator, file)).shown);
    const before = await stored();
    server.clock.move(60_000);
    const events = await eventsCausedBy(server.app, async () => {
      const second = await upload(operator, file, 'under-another-name.csv');
      expect(second.body).toMatchObject({ id: first.id, state: 'done', repeated: true, fileName: 'keys.csv' });
      expect(Date.parse(String(second.body.doneAt))).toBeLessThan(server.clock.now().getTime());
    });
    expect(events).toEqual([]);
    expect(await stored()).toBe(before);
  });

  test('P-23 the same file while it waits to be confirmed is the same import, also when it is sent twice at once', async () => {
    const file = csv([row()]);
    const answers = await Promise.all([upload(operator, file), upload(operator, file), upload(operator, file)]);
    expect(new Set(answers.map((answer) => answer.shown.id)).size).toBe(1);
  });

  test('P-23 other rows that are stored already count for nothing', async () => {
    const known = row();
    await carryOut(operator, (await upload(operator, csv([known]))).shown);
    const second = await carryOut(operator, (await upload(operator, csv([known, row()]))).shown);
    expect(second).toMatchObject({ state: 'done', rowCount: 2, storedCount: 1 });
  });

  test('P-23 confirmed by several at once it is stored once', async () => {
    const { shown } = await upload(operator, csv([row(), row()]));
    const before = await stored();
    const answers = await Promise.all([0, 1, 2, 3].map(() => confirmFile(operator, shown)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    await untilOver(operator, shown.id);
    expect(await stored()).toBe(before + 2);
  });
});

describe('P-23 how a file may be written', () => {
  test.each([
    ['UTF-8', (rows: string[][]) => csv(rows)],
    ['UTF-8 with its mark', (rows: string[][]) => `\uFEFF${csv(rows)}`],
    ['bare line feeds', (rows: string[][]) => csv(rows, headings, ',', '\n')],
    ['semicolons', (rows: string[][]) => csv(rows, headings, ';')],
    ['tabs', (rows: string[][]) => csv(rows, headings, '\t')],
    [
      'English headings',
      (rows: string[][]) =>
        csv(rows, ['Activation key number', 'Registration ID', 'Product number', 'Purpose', 'Category']),
    ],
    [
      'keys as headings',
      (rows: string[][]) => csv(rows, ['number', 'registrationId', 'productNumber', 'purpose', 'category']),
    ],
    [
      'another name for the number',
      (rows: string[][]) => csv(rows, ['アクティベーションキーナンバー', ...headings.slice(1)]),
    ],
    ['quoted cells', (rows: string[][]) => csv(rows.map((cells) => cells.map((cell) => `"${cell}"`)))],
    ['empty rows between', (rows: string[][]) => csv([[''], ...rows, ['', '', '']])],
  ])('P-23 with %s it reads the same', async (_, write) => {
    const rows = [row(), row()];
    const { shown } = await upload(operator, write(rows));
    expect(shown).toMatchObject({ faultCount: 0, encoding: 'utf-8', rowCount: 2, unknownColumns: [] });
    expect(shown.rows[0]?.cells).toEqual({
      number: rows[0]?.[0],
      registrationId: rows[0]?.[1],
      productNumber: 'EX-MP04',
      purpose: '多地点接続',
      category: '会議ユニット',
    });
  });

  test('P-23 an Excel workbook reads the same, whatever its name says; its texts keep what looks like a guard', async () => {
    const cells = row({ 3: "'=多地点接続" });
    const { shown } = await upload(operator, sheet([cells, row()]), 'keys.csv');
    expect(shown).toMatchObject({ faultCount: 0, encoding: 'xlsx', rowCount: 2 });
    expect(shown.rows[0]?.cells.purpose).toBe("'=多地点接続");
    const asCsv = await upload(operator, csv([cells]));
    expect(asCsv.shown.rows[0]?.cells.purpose).toBe('=多地点接続');
    expect((await carryOut(operator, shown)).storedCount).toBe(2);
  });

  test('P-23 a wrong column order and other columns do no harm; those are named', async () => {
    const turned = await upload(operator, csv([[...row(), 'note'].reverse()], [...headings, 'メモ'].reverse()));
    expect(turned.body).toMatchObject({ faultCount: 0, unknownColumns: ['メモ'] });
  });
});

describe('P-23 faults', () => {
  test.each([
    ['number', 0, 'XYZ', 'identifiers/hex-characters'],
    ['number', 0, 'ABCD', 'identifiers/hex-length'],
    ['number', 0, '123456789012345', 'imports/zeros-missing'],
    ['number', 0, '1.23457E+15', 'imports/made-a-number'],
    ['number', 0, '', 'identifiers/required'],
    ['registrationId', 1, 'AB', 'identifiers/hex-length'],
    ['productNumber', 2, '', 'identifiers/required'],
    ['productNumber', 2, 'NO-SUCH', 'registration-keys/product-unknown'],
    ['purpose', 3, 'あ'.repeat(101), 'identifiers/text-long'],
    ['category', 4, 'どこか', 'registration-keys/category-unknown'],
    ['category', 4, '', 'identifiers/required'],
  ])('P-23 the cell %s (%d) with %j is told at the cell; nothing can be stored', async (column, index, value, code) => {
    const before = await stored();
    const { shown } = await upload(operator, csv([row(), row({ [index]: value })]));
    expect(shown.faultCount).toBeGreaterThan(0);
    expect(shown.rows[0]).toMatchObject({ line: 3, faults: { [column]: { code } } });
    expect(await confirmFile(operator, shown)).toMatchObject({
      status: 422,
      body: { type: '/problems/imports/has-faults' },
    });
    expect(await stored()).toBe(before);
  });

  test('P-23 what Excel made of a code is refused at the cell with the cure and shown as Excel shows it', async () => {
    const rows: TestCell[][] = [
      [{ number: '1234567890123456' }, randomHex(16), 'EX-MP04', '用途', '会議ユニット'],
      [randomHex(16), { number: '5' }, 'EX-MP04', { number: '12' }, '会議ユニット'],
      [randomHex(16), randomHex(16), 'EX-MP04', { day: 46_000 }, '会議ユニット'],
    ];
    const { shown } = await upload(operator, sheet(rows));
    const faults = shown.rows.map((one) => Object.entries(one.faults).map(([key, { code }]) => `${key} ${code}`));
    expect(faults).toEqual([
      ['number imports/made-a-number'],
      ['registrationId imports/made-a-number'],
      ['purpose imports/made-a-date'],
    ]);
    expect(shown.rows[0]?.cells.number).toBe('1.23457E+15');
    expect(shown.rows[1]?.cells.purpose).toBe('12');
  });

  test('P-23 all of 37 wrong cells are shown first, the number twice in the file and one stored with other data too', async () => {
    const number = randomHex(16);
    await carryOut(operator, (await upload(operator, csv([row({ 0: number })]))).shown);
    const rows = [row(), ...Array.from({ length: 35 }, () => row({ 1: 'bad' })), row({ 0: number }), row()];
    rows.push(row({ 0: rows[37]?.[0] ?? '' }));
    const { shown } = await upload(operator, csv(rows));
    expect(shown.faultCount).toBe(37);
    const codes = shown.rows.flatMap((one) => Object.values(one.faults).map((fault) => fault.code));
    expect(codes.filter((code) => code === 'imports/stored-differently')).toHaveLength(1);
    expect(codes.filter((code) => code === 'imports/repeated-in-file')).toHaveLength(1);
    const only = await readFile(operator, shown.id, '?only=faults&pageSize=25&page=2');
    expect(only).toMatchObject({ shownCount: 37, faultCount: 37, rowCount: 39 });
    expect(only.rows).toHaveLength(12);
    expect(only.rows.every((one) => Object.keys(one.faults).length > 0)).toBe(true);
  });

  test('P-23 the file of faults holds the rows with what is wrong beside them, and can be sent again once mended', async () => {
    const wrong = row({ 1: 'bad' });
    const { shown } = await upload(operator, csv([row(), wrong]));
    const answer = await operator.call('GET', `${operator.path}/imports/${shown.id}/result?language=ja`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.text.split('\r\n')[0]).toBe([...headings, '誤り'].join(','));
    expect(answer.text).toContain('レジストレーションID: 0～9とA～Fの16文字');
    const mended = await upload(operator, answer.text.replace(',bad,', `,${randomHex(16)},`));
    expect(mended.shown).toMatchObject({ faultCount: 0, rowCount: 2, unknownColumns: ['誤り'] });
  });
});

describe('P-23 a file as a whole', () => {
  const tooLong = (count: number) => csv(Array.from({ length: count }, () => row()));

  test.each([
    ['no rows', headings.join(','), 'no-rows'],
    ['nothing', '', 'no-rows'],
    ['missing columns', csv([['a', 'b']], ['品番', '用途']), 'columns-missing'],
    ['an open quotation mark', `${headings.join(',')}\r\n"abc,`, 'not-a-table'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00, 0x81, 0xff]), 'unreadable-encoding'],
    ['one row too many', tooLong(20_001), 'too-many-rows'],
    ['a sheet with headings alone', sheet([]), 'no-rows'],
    ['the mark of old Excel files', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'old-spreadsheet'],
    ['a web page in it', '<html><table><tr><td>1</td></tr></table></html>', 'not-a-spreadsheet'],
  ])('P-23 with %s it is refused', async (_, content, code) => {
    const answer = await upload(operator, content, 'keys.xlsx');
    expect(answer).toMatchObject({ status: 422, body: { type: `/problems/imports/${code}` } });
  });

  test('P-23 20,000 rows are read', async () => {
    const { shown } = await upload(operator, tooLong(20_000));
    expect(shown).toMatchObject({ rowCount: 20_000, faultCount: 0, shownCount: 20_000 });
    const last = await readFile(operator, shown.id, '?page=200&pageSize=100');
    expect(last.rows.at(-1)?.line).toBe(20_001);
  });

  test('P-23 a file of 8 MiB is read, one byte more is refused; a changed hash too; a day later it is gone', async () => {
    // What frames a file in a request counts too.
    const room = 8 * 1024 * 1024 - 512;
    expect((await upload(operator, 'x'.repeat(room))).status).toBe(422);
    expect((await upload(operator, 'x'.repeat(room + 513))).status).toBe(413);
    const { shown } = await upload(operator, csv([row()]));
    expect((await confirmFile(operator, { ...shown, hash: '0'.repeat(64) })).status).toBe(409);
    const kept = await server.app.db
      .selectFrom('imports')
      .select(['sealed_rows', 'sealed_content'])
      .where('state', '=', 'previewed')
      .executeTakeFirstOrThrow();
    expect(kept.sealed_content).toBeNull();
    expect(kept.sealed_rows?.toString('latin1')).not.toContain('EX-MP04');
    server.clock.move(24 * 3_600_000);
    operator = await newOperator(server);
    expect((await confirmFile(operator, shown)).status).toBe(404);
  });
});

describe('P-23 giving up, lists and rights', () => {
  test('P-23 an import that nothing has begun with is called off; one that is over is not', async () => {
    const { shown } = await upload(operator, csv([row()]));
    const cancel = (one: ShownImport) => operator.call('POST', `${operator.path}/imports/${one.id}/cancel`);
    expect((await cancel(shown)).body).toMatchObject({ state: 'cancelled' });
    expect((await cancel(shown)).status).toBe(200);
    expect((await confirmFile(operator, shown)).body).toMatchObject({ state: 'cancelled', storedCount: 0 });
    const done = await carryOut(operator, (await upload(operator, csv([row()]))).shown);
    expect(await cancel(done)).toMatchObject({ status: 409, body: { type: '/problems/imports/is-over' } });
  });

  test('P-23 the list shows the files of the organization with state, rows and who, newest first', async () => {
    const done = await carryOut(operator, (await upload(operator, csv([row(), row()]), '一覧.csv')).shown);
    server.clock.move(1_000);
    const faulty = await upload(operator, csv([row({ 0: 'x' })]));
    const list = await operator.call('GET', `${operator.path}/imports?pageSize=10`);
    const items = list.body.items as Record<string, unknown>[];
    expect(items[0]).toMatchObject({ id: faulty.shown.id, state: 'previewed', faultCount: 1, user: '運営', own: true });
    expect(items[1]).toMatchObject({
      id: done.id,
      fileName: '一覧.csv',
      kind: 'activation-keys',
      state: 'done',
      rowCount: 2,
      storedCount: 2,
    });
  });

  test('K-13 a company may not import activation keys, and does not see an operator’s file in any way', async () => {
    company = await newCompany(server);
    expect((await upload(company, csv([row()]))).status).toBe(403);
    expect((await company.call('GET', '/import-templates/activation-keys')).status).toBe(403);
    const { shown } = await upload(operator, csv([row()]));
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/confirm'],
      ['POST', '/cancel'],
      ['GET', '/result'],
    ] as const) {
      const body = path === '/confirm' ? { hash: shown.hash } : undefined;
      const theirs = await company.call(method, `${company.path}/imports/${shown.id}${path}`, body);
      const nobodys = await company.call(
        method,
        `${company.path}/imports/${shown.id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}${path}`,
        body,
      );
      expect(theirs.status).toBe(404);
      expect(theirs.text.replace(/"requestId":"[^"]*"/, '')).toBe(nobodys.text.replace(/"requestId":"[^"]*"/, ''));
    }
    expect((await company.call('GET', `${company.path}/imports`)).body).toMatchObject({ total: 0, items: [] });
  });

  test('P-23 the template holds the headings in the language asked for, as CSV and as Excel', async () => {
    const answer = await operator.call('GET', '/import-templates/activation-keys?language=ja');
    expect(answer.text.trim()).toBe(headings.join(','));
    const excel = await operator.call('GET', '/import-templates/activation-keys?language=en&format=xlsx');
    expect(excel.headers.get('content-type')).toContain('spreadsheetml');
    expect(excel.headers.get('content-disposition')).toMatch(/filename="activation-keys-[\d-]+\.xlsx"/);
  });
});
