import { randomUUID } from 'node:crypto';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logIn, newCompany, newOperator, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex } from '../../tools/test/activation-keys.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { giveHistory } from '../../tools/test/issue-history.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { cellsOfFile } from '../../tools/test/table-file.ts';
import { insideId } from '../kernel/ids.ts';
import { exportsAtOnceMax, exportsOfOneUserMax, takePlace } from './limits.ts';
import { placesMax } from './unwritable.ts';

/** More than lies in the buffers between server and reader. */
const manyRows = 8_000;
const noiseDigits = 2_500;
const kinds = ['registration-keys', 'issue-history', 'issue-totals'];

let server: TestServer;
let operator: Member;
let company: Member;
let other: Member;

beforeAll(async () => {
  server = await startTestServer();
  operator = await newOperator(server);
  company = await newCompany(server);
  other = await newCompany(server);
  await server.app.db
    .updateTable('organizations')
    .set({ name: 'カナリア商会' })
    .where('id', '=', insideId(other.organization))
    .execute();
});
afterAll(() => server.close());

async function issue(member: Member, lines: [string, string]): Promise<{ deviceId: string; number: string }> {
  const [key] = await giveActivationKeys(server, 1);
  const deviceId = randomHex(16);
  const text = await member.call('PUT', `${member.path}/registration-keys/installations/${deviceId}`, { lines });
  expect(text.status).toBe(204);
  const body = { category: 'conference-unit', deviceId, activationKeys: [key] };
  expect((await member.create(`${member.path}/registration-keys`, body)).status).toBe(201);
  return { deviceId, number: key?.number ?? '' };
}

/** The answer as bytes; `Person` reads texts. */
async function download(member: Member, path: string, signal?: AbortSignal): Promise<Response> {
  const cookie = [...member.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return fetch(`${server.url}/api/conference${member.path}/exports/${path}`, {
    headers: { cookie, 'accept-language': 'ja' },
    ...(signal && { signal }),
  });
}

const sorted = (texts: readonly unknown[]) => texts.map(String).toSorted();

async function rowsOf(response: Response): Promise<string[][]> {
  expect(response.status).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return cellsOfFile(bytes);
}

/** A company with a long history. */
async function bigCompany(): Promise<Member> {
  const member = await newCompany(server);
  await giveHistory(server.app, {
    series: 1,
    ...(await ownerOf(member)),
    count: manyRows,
    from: new Date('2026-01-01T00:00:00Z'),
    everyMs: 1_000,
    lines: ['本社ビル', ''],
    noiseDigits,
  });
  return member;
}

const endsSeen = new Map<string, number>();

/** What was written down about the end of a company's next export; by then the server has let go of everything. */
async function endOf(member: Member): Promise<Record<string, unknown>> {
  const seen = endsSeen.get(member.organization) ?? 0;
  for (;;) {
    const ends = await server.app.db
      .selectFrom('events')
      .select('data')
      .where('what', '=', 'export.ended')
      .where('organization_id', '=', insideId(member.organization))
      .orderBy('id')
      .offset(seen)
      .execute();
    const [first] = ends;
    if (!first) continue;
    endsSeen.set(member.organization, seen + 1);
    return first.data as Record<string, unknown>;
  }
}

/** The export ends before it is whole, and the reader can tell that something is missing. */
async function expectCut(of: Member, reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<void> {
  const told = await endOf(of);
  expect(told).toMatchObject({ ending: 'right-ended' });
  expect(told.rows).toBeLessThan(manyRows);
  const rest = async () => {
    for (let step = await reader?.read(); !step?.done; step = await reader?.read());
  };
  await expect(rest()).rejects.toThrow(/terminated/);
}

async function ownerOf(member: Member): Promise<{ site: string; organizationId: string; userId: string }> {
  const organizationId = insideId(member.organization);
  const user = await server.app.db
    .selectFrom('users')
    .select('id')
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return { site: 'conference', organizationId, userId: user.id };
}

describe('P-22 files of all that matches', () => {
  test('hold every row of the list, not the page, in its order and by its conditions', async () => {
    const devices: { deviceId: string }[] = [];
    for (let count = 0; count < 12; count += 1) devices.push(await issue(company, [`${count}階`, '']));
    const ids = devices.map(({ deviceId }) => deviceId).toSorted();
    const bare = (text: string) => text.replaceAll('-', '');
    const [headings, ...rows] = await rowsOf(await download(company, 'registration-keys?sort=-deviceId'));
    expect(headings).toEqual(
      '発行日時,機器ID,アクティベーションキーの番号,品番,用途,カテゴリー,レジストレーションキー,設置場所'.split(','),
    );
    expect(rows.map((cells) => bare(cells[1] ?? ''))).toEqual(ids.toReversed());
    const one = await rowsOf(await download(company, `registration-keys?deviceId=${ids[0]}`));
    expect(one.slice(1).map((cells) => bare(cells[1] ?? ''))).toEqual([ids[0]]);
    const listed = await company.call('GET', `${company.path}/registration-keys?sort=-deviceId&pageSize=50`);
    const items = listed.body.items as { deviceId: string; registrationKey: string }[];
    expect(items.map((item) => item.registrationKey)).toEqual(rows.map((cells) => cells[6]));
  });

  test('are told of by two events and nothing else, kept by nobody on the way, and bear a speaking name', async () => {
    let answer = new Response();
    const caused = await eventsCausedBy(server.app, async () => {
      answer = await download(company, 'registration-keys?format=csv');
      await answer.arrayBuffer();
    });
    expect(caused).toEqual(['export.started', 'export.ended']);
    expect(await endOf(company)).toEqual({ kind: 'registration-keys', rows: 12, ending: 'whole' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [, name] =
      /^attachment; filename="[\w.-]+"; filename\*=UTF-8''(\S+)$/.exec(
        answer.headers.get('content-disposition') ?? '',
      ) ?? [];
    expect(decodeURIComponent(name ?? '')).toMatch(/^発行済みキー一覧_\d{4}-\d\d-\d\d\.csv$/);
    const english = await download(company, 'issue-totals?format=xlsx&language=en');
    expect(decodeURIComponent(english.headers.get('content-disposition') ?? '')).toContain('Daily totals_');
    const [sheet] = await readSheets(Buffer.from(await english.arrayBuffer()));
    expect(sheet).toMatchObject({
      sheet: 'Daily totals',
      data: [
        ['Day of issue', 'Category', 'Product number', 'Keys issued'],
        [expect.any(Date), 'Conference unit', 'EX-MP04', 12],
      ],
    });
  });

  test.each([
    ['registration-keys?sort=x', 400],
    ['registration-keys?page=2', 400],
    ['registration-keys?format=pdf', 400],
    ['registration-keys?encoding=utf-16', 400],
    ['registration-keys?deviceId=12', 422],
    ['issue-totals?from=2026-02-30', 422],
    ['issue-history?from=2026-02-02&to=2026-02-01', 422],
    ['activation-keys', 403],
    ['no-such-kind', 404],
  ])('%s is refused with %i, and nothing is written down', async (path, status) => {
    let found = 0;
    const caused = await eventsCausedBy(server.app, async () => {
      found = (await download(company, path)).status;
      await download(company, path.replace(/\?|$/, '/unwritable?')).then((answer) => answer.text());
    });
    expect(found).toBe(status);
    expect(caused).toEqual([]);
  });

  test("hold nothing of another organization's; operators see all, and whose it is", async () => {
    const canary = `カナリア${randomUUID()}`;
    const { deviceId, number } = await issue(other, [canary, '']);
    const [device, key] = [deviceId, number].map((text) => text.replaceAll(/(....)(?=.)/g, '$1-'));
    for (const kind of kinds) {
      for (const wish of ['?', '?encoding=shift_jis&', `?sort=organization&`]) {
        const bytes = Buffer.from(await (await download(company, kind + wish)).arrayBuffer());
        const text = new TextDecoder(wish.includes('shift') ? 'shift_jis' : 'utf-8').decode(bytes);
        expect(text).toContain('EX-MP04');
        expect(text).not.toMatch(new RegExp([canary, device, key, 'カナリア商会'].join('|')));
      }
      const sheets = await readSheets(
        Buffer.from(await (await download(company, `${kind}?format=xlsx`)).arrayBuffer()),
      );
      expect(JSON.stringify(sheets)).not.toMatch(/カナリア/);
      const all = await rowsOf(await download(operator, kind));
      expect(all[0]).toContain('法人・団体');
      expect(all.some((cells) => cells.includes('カナリア商会'))).toBe(true);
      expect(all.some((cells) => cells.includes('見本商事株式会社'))).toBe(true);
    }
    const asked = await company.call('GET', `${company.path}/exports/registration-keys?deviceId=${deviceId}`);
    const never = await company.call('GET', `${company.path}/exports/registration-keys?deviceId=${randomHex(16)}`);
    expect(asked.text).toBe(never.text);
  });

  test('the operators’ list of activation keys says which are used, and no registration ID', async () => {
    const [key] = await giveActivationKeys(server, 1);
    const rows = await rowsOf(await download(operator, `activation-keys?number=${key?.number}`));
    expect(rows).toEqual([
      ['アクティベーションキーの番号', '品番', '用途', 'カテゴリー', '登録日時', '使用状況'],
      [expect.any(String), 'EX-MP04', '多地点接続', '会議ユニット', expect.stringMatching(/\+09:00$/), '未使用'],
    ]);
  });

  test('what people type comes back as they typed it, and is computed by nobody', async () => {
    const member = await newCompany(server);
    const naughty = ['=1+1', '＝1', '+81 3', '@x', "'=1", 'a,b', '"q"', '-', '<b>&amp;', '𠮷野家'];
    for (const text of naughty) await issue(member, [text, '']);
    const [, ...rows] = await rowsOf(await download(member, 'registration-keys?sort=issuedAt'));
    expect(sorted(rows.map((cells) => cells.at(-1)))).toEqual(sorted(naughty));
    const raw = await (await download(member, 'registration-keys')).text();
    expect(raw).not.toMatch(/(?:^|,)"?[=+\-@＝＋－＠]/mu);
    const [sheet] = await readSheets(
      Buffer.from(await (await download(member, 'registration-keys?format=xlsx')).arrayBuffer()),
    );
    expect(sorted(sheet?.data.slice(1).map((cells) => cells.at(-1)) ?? [])).toEqual(sorted(naughty));
  });
});

describe('P-22 what Shift_JIS cannot hold', () => {
  test('is counted and named with its place; in the file it is 〓', async () => {
    const member = await newCompany(server);
    await issue(member, ['𠮷野家ビル', 'カフェé']);
    await issue(member, ['本社', '']);
    const asked = await member.call('GET', `${member.path}/exports/registration-keys/unwritable?sort=issuedAt`);
    const text = '𠮷野家ビル / カフェé';
    const place = {
      row: expect.any(Number),
      column: 'installation',
      heading: '設置場所',
      characters: ['𠮷', 'é'],
      text,
    };
    expect(asked.body).toEqual({ count: 2, cells: 1, places: [place] });
    const [, ...rows] = await rowsOf(await download(member, 'registration-keys?encoding=shift_jis'));
    expect(sorted(rows.map((cells) => cells.at(-1)))).toEqual(sorted(['〓野家ビル / カフェ〓', '本社']));
  });

  test(`names the first ${placesMax} cells and counts them all`, async () => {
    const member = await newCompany(server);
    const whose = await ownerOf(member);
    const when = { from: new Date('2026-01-01T00:00:00Z'), everyMs: 1_000 };
    await giveHistory(server.app, { series: 90, ...whose, ...when, count: placesMax, lines: ['𠮷', ''] });
    const path = `${member.path}/exports/issue-history/unwritable`;
    expect((await member.call('GET', path)).body).toMatchObject({ count: placesMax, cells: placesMax });
    await giveHistory(server.app, { series: 91, ...whose, ...when, count: 2, lines: ['𠮷', ''] });
    const { body } = await member.call('GET', path);
    expect(body).toMatchObject({ count: placesMax + 2, cells: placesMax + 2 });
    expect(body.places).toHaveLength(placesMax);
  });
});

describe('P-22 a file on its way', () => {
  let member: Member;
  beforeAll(async () => {
    member = await bigCompany();
  });

  test('shows one state of the database, whatever is added meanwhile', async () => {
    const answer = await download(member, 'issue-history');
    await issue(member, ['あとから', '']);
    const text = await answer.text();
    expect(text.split('\r\n')).toHaveLength(manyRows + 2);
    expect(text).not.toContain('あとから');
    expect(await endOf(member)).toMatchObject({ rows: manyRows, ending: 'whole' });
  });

  test.each(['issue-history', 'issue-history?format=xlsx'])(
    '%s ends with the session, broken and not short',
    async (wish) => {
      const reader = (await download(member, wish)).body?.getReader();
      await reader?.read();
      expect((await member.call('DELETE', '/session')).status).toBe(204);
      await expectCut(member, reader);
      member = await logIn(member, member.loginId);
    },
  );

  test('ends with the right to read another organization, too', async () => {
    const [of, to] = [insideId(member.organization), insideId(other.organization)];
    const now = server.app.clock.now();
    const grant = { site_id: 'conference', id: randomUUID(), of_organization_id: of, to_organization_id: to };
    await server.app.db
      .insertInto('grants')
      .values({ ...grant, rights: ['read'], since: now, until: null, cause: 'link' })
      .execute();
    const reader = (await download(other, 'issue-history')).body?.getReader();
    expect(await reader?.read()).toMatchObject({ done: false });
    await server.app.db.updateTable('grants').set({ until: now }).where('id', '=', grant.id).execute();
    await expectCut(other, reader);
  });

  test('ends its query and gives back its place when the reader goes', async () => {
    const leaving = new AbortController();
    const answer = await download(member, 'issue-history', leaving.signal);
    await answer.body?.getReader().read();
    leaving.abort();
    expect((await endOf(member)).ending).toBe('reader-gone');
    const { rows } = await server.app.pool.query(
      `select query from pg_stat_activity where datname = current_database() and (state <> 'idle' or xact_start is not null) and pid <> pg_backend_pid() and query ilike '%fetch%'`,
    );
    expect(rows).toEqual([]);
    const places = Array.from({ length: exportsAtOnceMax }, (_, index) => takePlace(server.app, `user ${index}`));
    expect(places).not.toContain(null);
    for (const place of places) place?.giveBack();
  });

  test('two at once for one person, six in all; one more is asked to wait', async () => {
    const { userId } = await ownerOf(member);
    const own = Array.from({ length: exportsOfOneUserMax }, () => takePlace(server.app, userId));
    expect(own).not.toContain(null);
    const answer = await download(member, 'registration-keys');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('10');
    expect(await answer.json()).toMatchObject({ type: '/problems/exports/too-many' });
    expect((await member.call('GET', `${member.path}/exports/registration-keys/unwritable`)).status).toBe(429);
    own.pop()?.giveBack();
    const free = await download(member, 'issue-totals?to=2020-01-01');
    expect(await free.text()).toBe('発行日,カテゴリー,品番,発行数\r\n');
    own.pop()?.giveBack();
    await endOf(member);
    const all = Array.from({ length: exportsAtOnceMax }, (_, index) => takePlace(server.app, `user ${index}`));
    expect(all).not.toContain(null);
    expect(takePlace(server.app, 'one more')).toBeNull();
    for (const place of all) place?.giveBack();
  });
});
