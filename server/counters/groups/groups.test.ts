import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, newCustomer } from '../../../tools/test/devices.ts';
import { figures } from '../../../tools/test/counter-figures.ts';
import { newColleague, type Colleague } from '../../../tools/test/organizations.ts';
import { counted, givePrinter, printerSite, reportAs, type TestPrinter } from '../../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { groupsMax } from '../../../domain/counters/group-name.ts';
import { insideId, newId } from '../../kernel/ids.ts';

let server: TestServer;
let owner: Colleague;
let colleague: Colleague;
let viewer: Colleague;
let stranger: Colleague;
let printers: TestPrinter[];

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-10T01:00:00Z') });
  owner = await newCustomer(server, '見本商事', printerSite);
  colleague = await newColleague(server, owner.organization, 'member', { siteId: printerSite });
  viewer = await newColleague(server, owner.organization, 'viewer', { siteId: printerSite });
  stranger = await newCustomer(server, '別会社', printerSite);
  printers = [];
  for (const number of [10, 2, 1])
    printers.push(await givePrinter(server, owner, { installation: `複合機 ${number}` }));
  server.clock.move(60_000);
  for (const [at, printer] of printers.entries())
    await reportAs(server, printer, [counted(server.clock.now(), { total: 10 * (at + 1), paperA4: 5, colour: 3 })]);
});
afterAll(() => server.close());

const device = (at: number) => printers[at]?.device ?? '';
const create = (who: Colleague, name: string, devices: string[] = []) =>
  who.create(`${who.path}/device-groups`, { name, devices });
const open = async (who: Colleague, id: string) => {
  const answer = await who.call('GET', `${who.path}/device-groups/${id}`);
  const version = answer.headers.get('etag') ?? '';
  return { devices: (answer.body['devices'] as { name: string }[]).map(({ name }) => name), version };
};
const change = (who: Colleague, id: string, version: string, name: string, devices: string[]) =>
  who.call('PUT', `${who.path}/device-groups/${id}`, { name, devices }, { 'if-match': version });
const ungrouped = async (who = owner) =>
  ((await who.call('GET', `${who.path}/device-groups/ungrouped-devices`)).body['devices'] as { name: string }[]).map(
    ({ name }) => name,
  );
const remove = (who: Colleague, ...groups: string[]) =>
  who.call('POST', `${who.path}/device-groups/delete`, { groups });

describe('C-09 groups', () => {
  test('A22 names that are taken and names that are not, each fault at its field', async () => {
    const words = {
      ok: '',
      'too-long': '/name counters/name-long',
      empty: '/name counters/name-empty',
      character: '/name counters/name-character',
    };
    for (const [at, name] of figures.A22.input.entries()) {
      const answer = await create(owner, name);
      expect(faultsOf(answer)[0] ?? '').toBe(words[figures.A22.expected[at] as 'ok']);
      if (answer.status === 201) await remove(owner, String(answer.body['id']));
    }
    const first = await create(owner, 'Sales 1F');
    expect(faultsOf(await create(owner, ' ＳALES １f '))).toEqual(['/name counters/name-taken']);
    expect((await create(stranger, 'Sales 1F')).status).toBe(201);
    await remove(owner, String(first.body['id']));
  });

  test('a device is in one group at most; those of others and those that are not there read alike', async () => {
    expect(await ungrouped()).toEqual(['複合機 1', '複合機 2', '複合機 10']);
    const made = await create(owner, '営業', [device(0), device(1)]);
    expect(made).toMatchObject({ status: 201, body: { name: '営業', devices: 2 } });
    expect(await ungrouped()).toEqual(['複合機 1']);
    expect(faultsOf(await create(owner, '企画', [device(1)]))).toEqual(['/devices counters/grouped-already']);
    expect(faultsOf(await create(owner, '企画', [`dev_${newId()}`]))).toEqual(['/devices counters/device-unknown']);
    expect(faultsOf(await create(stranger, '企画', [device(2)]))).toEqual(['/devices counters/device-unknown']);
    expect((await create(viewer, '企画')).status).toBe(403);
    const list = await viewer.call('GET', `${viewer.path}/device-groups`);
    expect(list.body).toMatchObject({ items: [{ name: '営業', devices: 2 }], max: groupsMax });
    const id = String(made.body['id']);
    expect((await stranger.call('GET', `${stranger.path}/device-groups/${id}`)).status).toBe(404);
    expect((await remove(stranger, id)).body).toEqual({ deleted: 0 });
    expect((await remove(owner, id)).body).toEqual({ deleted: 1 });
    expect(await ungrouped()).toHaveLength(3);
  });

  test('of two people who edit the same group the second is told, and nothing is lost', async () => {
    const id = String((await create(owner, '営業', [device(0)])).body['id']);
    const [seen, alsoSeen] = [await open(owner, id), await open(colleague, id)];
    expect((await change(owner, id, seen.version, '営業', [device(0), device(1)])).status).toBe(200);
    const late = await change(colleague, id, alsoSeen.version, '営業一課', [device(0)]);
    expect(late).toMatchObject({ status: 412, body: { type: '/problems/platform/changed-meanwhile' } });
    const now = await open(colleague, id);
    expect(now.devices).toEqual(['複合機 2', '複合機 10']);
    expect((await change(colleague, id, now.version, '営業一課', [device(2)])).status).toBe(200);
    expect(await ungrouped()).toEqual(['複合機 2', '複合機 10']);
    await remove(owner, id);
  });

  test('200 groups fit; the 201st is refused with the number', async () => {
    await sql`
      insert into device_groups (site_id, id, organization_id, name, name_key, changed_at)
      select ${printerSite}, gen_random_uuid(), ${insideId(owner.organization)}, 'g' || n, 'g' || n, now()
      from generate_series(1, ${groupsMax - 1}) n`.execute(server.app.db);
    expect((await create(owner, '二百番目')).status).toBe(201);
    expect(await create(owner, '二百一番目')).toMatchObject({
      status: 409,
      body: { type: '/problems/counters/groups-many', params: { max: groupsMax } },
    });
    await sql`delete from device_groups where name ~ '^g[0-9]'`.execute(server.app.db);
  });

  test('C-04 a question over one group, over devices in none, and its file with what the page has', async () => {
    const id = String((await create(owner, '総務', [device(0)])).body['id']);
    const ask = async (query: string) => {
      const { body } = await owner.call('GET', `${owner.path}/counters?from=2026-11&to=2026-11&${query}`);
      return [
        (body['items'] as { name: string }[]).map(({ name }) => name),
        (body['totals'] as { total: number }).total,
      ];
    };
    expect(await ask(`group=${id}`)).toEqual([['複合機 10'], 10]);
    expect(await ask('group=none')).toEqual([['複合機 1', '複合機 2'], 50]);
    expect(await ask('type=large-format')).toEqual([[], null]);
    expect(await ask('sort=-group')).toEqual([['複合機 10', '複合機 1', '複合機 2'], 60]);
    const file = (more: string) =>
      owner.call('GET', `${owner.path}/exports/counters?format=csv&from=2026-11&to=2026-11&language=ja${more}`);
    const lines = (await file('&tab=paper')).text.replace('\uFEFF', '').trim().split('\r\n');
    const at = lines.findIndex((line) => line.startsWith('機器名'));
    const rows = lines.slice(at + 1);
    // C-14: what the figures are, above them.
    expect(lines.slice(0, at)).toEqual([
      '使用枚数 2026-11〜2026-11',
      expect.stringMatching(/^2026年11月.*現在の値です。日と月は、タイムゾーン Asia\/Tokyo で区切っています。$/),
      expect.stringContaining('ご請求の枚数とは異なることがあります'),
      expect.stringContaining('空欄は値がないことを表します'),
      expect.stringContaining('型式によっては'),
    ]);
    expect(lines[at]).toBe('機器名,製造番号,型式,建物,設置場所,グループ,期間,総合計,A3,A4,B4,B5,その他,備考');
    expect(rows.map((row) => row.split(',').slice(5))).toEqual([
      ['', '"2026-11"', '30', '', '5', '', '', '25', '設置時からの積算値'],
      ['', '"2026-11"', '20', '', '5', '', '', '15', '設置時からの積算値'],
      ['総務', '"2026-11"', '10', '', '5', '', '', '5', '設置時からの積算値'],
    ]);
    const one = (await file(`&device=${device(1)}&by=month&kind=cumulative`)).text.trim().split('\r\n');
    expect(one).toHaveLength(5 + 2);
    const main = (await file('&tab=counters')).text;
    expect([main.includes('型式によっては'), main.includes('ご請求の枚数とは')]).toEqual([false, true]);
    const long = await owner.call('GET', `${owner.path}/exports/counters?format=csv&from=2026-11&to=2027-11`);
    expect([long.status, faultsOf(long)]).toEqual([422, ['/to counters/months-many']]);
  });
});
