import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, newCustomer, newMaker } from '../../tools/test/devices.ts';
import { newColleague, type Colleague } from '../../tools/test/organizations.ts';
import { counted, givePrinter, printerSite, reportAs, type TestPrinter } from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';

// A Wednesday at noon in Tokyo: offices are open.
const startAt = new Date('2026-11-18T03:00:00Z');

let server: TestServer;
let owner: Colleague;
let stranger: Colleague;
const printers: Record<string, TestPrinter> = {};

beforeAll(async () => {
  server = await startTestServer({ startAt });
  owner = await newCustomer(server, '見本商事', printerSite);
  stranger = await newCustomer(server, '別会社', printerSite);
  const made: [string, string][] = [
    ['複合機 10', 'SP-C320'],
    ['複合機 2', 'SP-C320'],
    ['複合機 1', 'SP-C320'],
    ['大判', 'SP-W900'],
    ['旧型', 'SP-P80'],
    ['新品', 'SP-M210'],
    ['', 'SP-P110'],
  ];
  for (const [installation, model] of made)
    printers[installation] = await givePrinter(server, owner, { model, installation });
});
afterAll(() => server.close());

const printer = (name: string) => printers[name] as TestPrinter;
const status = (name: string, ...states: string[]) =>
  reportAs(server, printer(name), [
    { kind: 'status', message: { time: server.clock.now().toISOString(), states } } as never,
  ]);

type Item = { installation: string; contributed: Record<string, string | null> };

async function list(query = '', who = owner): Promise<Item[]> {
  const { body, status: answered } = await who.call('GET', `${who.path}/devices?pageSize=100${query}`);
  expect(answered).toBe(200);
  return body['items'] as Item[];
}
const names = (items: readonly Item[]) => items.map(({ installation }) => installation);
const states = async (query = '') =>
  Object.fromEntries((await list(query)).map((one) => [one.installation, one.contributed['reportedStatus']]));

async function settled(until: () => Promise<boolean>): Promise<void> {
  await expect.poll(until).toBe(true);
}

describe('C-02 the list of printers', () => {
  test('names are in the order of people, what has none comes last', async () => {
    expect(names(await list())).toEqual(
      ['大判', '新品', '旧型', '複合機 1', '複合機 2', '複合機 10', ''].toSorted(byName),
    );
    expect(names(await list('&sort=-installation')).at(-1)).toBe('');
  });

  test('the worst status wins; who only counts is normal, who said nothing is unknown, who cannot say is normal', async () => {
    await status('複合機 1', 'ready');
    await status('複合機 2', 'paperOut', 'paperJam');
    await status('複合機 10', 'serviceCall', 'paperJam', 'tonerLow');
    await reportAs(server, printer('大判'), [counted(server.clock.now(), { total: 10 })]);
    await settled(async () => (await states())['複合機 10'] === 'service-call');
    expect(await states()).toEqual({
      '複合機 1': 'normal',
      '複合機 2': 'error',
      '複合機 10': 'service-call',
      大判: 'normal',
      旧型: 'unable',
      新品: 'never',
      '': 'never',
    });
    expect(names(await list('&sort=-reportedStatus'))).toEqual([
      '複合機 10',
      '複合機 2',
      ...['大判', '旧型', '複合機 1'].toSorted(byName),
      // Without a name it is called by its serial number, which begins with P.
      '',
      '新品',
    ]);
    expect(names(await list('&sort=reportedStatus')).slice(-2)).toEqual(['', '新品']);
    expect(names(await list('&reportedStatus=trouble&sort=-reportedStatus'))).toEqual(['複合機 10', '複合機 2']);
    expect(names(await list('&reportedStatus=never'))).toEqual(['新品', '']);
  });

  test('all, those in no group, or one group; another’s group is none of anybody', async () => {
    const made = await owner.create(`${owner.path}/device-groups`, {
      name: '営業 2',
      devices: [printer('複合機 1').device, printer('大判').device],
    });
    const group = String(made.body['id']);
    await owner.create(`${owner.path}/device-groups`, { name: '営業 10', devices: [printer('旧型').device] });
    expect(names(await list(`&group=${group}`))).toEqual(['大判', '複合機 1'].toSorted(byName));
    expect(names(await list('&group=none'))).toHaveLength(4);
    expect((await list('&sort=group')).slice(0, 4).map(({ contributed }) => contributed['group'])).toEqual([
      '営業 2',
      '営業 2',
      '営業 10',
      null,
    ]);
    expect(await list(`&group=${group}`, stranger)).toEqual([]);
    expect((await owner.call('GET', `${owner.path}/devices?group=x`)).status).toBe(400);
    const file = await owner.call('GET', `${owner.path}/exports/devices?format=csv&language=ja&group=${group}`);
    const [head = '', ...rows] = file.text.trim().split('\r\n');
    expect(head.replace('\uFEFF', '').split(',').slice(0, 7)).toEqual([
      '機器名',
      'ステータス',
      '通信途絶',
      '型式',
      '建物',
      '設置場所',
      'グループ',
    ]);
    expect(rows).toHaveLength(2);
    expect(rows.join()).toContain('営業 2');
  });
});

describe('C-03 one printer', () => {
  const at = (name: string, rest = '') => `/devices/${printer(name).device}${rest}`;
  const read = async (who: Colleague, path: string) => {
    const answer = await who.call('GET', `${who.path}${path}`);
    return { ...answer, version: /"(.+)"/.exec(answer.headers.get('etag') ?? '')?.[1] ?? '' };
  };

  test('says in words what it said last and when', async () => {
    const { body } = await read(owner, at('複合機 10', '/status'));
    expect(body).toMatchObject({
      able: true,
      reported: {
        at: startAt.toISOString(),
        states: [
          { code: 'serviceCall', severity: 'service-call' },
          { code: 'paperJam', severity: 'error', name: { ja: '用紙が詰まっています' } },
          { code: 'tonerLow', severity: 'warning' },
        ],
      },
    });
    expect((await read(owner, at('旧型', '/status'))).body).toMatchObject({ able: false, reported: null });
    expect((await read(stranger, at('複合機 10', '/status'))).status).toBe(404);
  });

  test('its group is chosen; of two who choose the second is told', async () => {
    const colleague = await newColleague(server, owner.organization, 'member', { siteId: printerSite });
    const viewer = await newColleague(server, owner.organization, 'viewer', { siteId: printerSite });
    const groups = (await owner.call('GET', `${owner.path}/device-groups`)).body['items'] as { id: string }[];
    const [first, second] = groups.map(({ id }) => id);
    const seen = await read(owner, at('複合機 2', '/group'));
    const choose = (who: Colleague, version: string, group: string | null | undefined) =>
      who.call('PUT', `${who.path}${at('複合機 2', '/group')}`, { group }, { 'if-match': `"${version}"` });
    expect(seen.body).toEqual({ group: null });
    expect((await choose(viewer, seen.version, first)).status).toBe(403);
    expect((await choose(owner, seen.version, first)).body).toEqual({ group: first });
    expect((await choose(colleague, seen.version, second)).body['type']).toBe('/problems/platform/changed-meanwhile');
    const now = await read(colleague, at('複合機 2', '/group'));
    expect(faultsOf(await choose(colleague, now.version, 'grp_019aa000-0000-7000-8000-000000000000'))).toEqual([
      '/group counters/group-unknown',
    ]);
    expect((await choose(colleague, now.version, null)).body).toEqual({ group: null });
    expect((await read(stranger, at('複合機 2', '/group'))).status).toBe(404);
  });

  test('its web page is at its address, and no other scheme is taken', async () => {
    const { version } = await read(owner, at('複合機 1'));
    const change = (values: Record<string, string>) =>
      owner.call('PATCH', `${owner.path}${at('複合機 1')}`, { values }, { 'if-match': `"${version}"` });
    for (const webPage of ['javascript:alert(1)', 'https://x:y@192.0.2.10/', 'ftp://192.0.2.10/'])
      expect(faultsOf(await change({ webPage }))).toEqual(['/values/webPage devices/web-page-form']);
    expect(faultsOf(await change({ host: '192.0.2.10', webPage: 'https://192.0.2.11/' }))).toEqual([
      '/values/webPage devices/web-page-elsewhere',
    ]);
    const stored = await change({ mac: '０１23456789ab', host: 'Printer.example.jp', webPage: 'printer.example.jp' });
    expect(stored.body['values']).toMatchObject({
      mac: '01:23:45:67:89:AB',
      host: 'printer.example.jp',
      webPage: 'http://printer.example.jp/',
    });
    expect((await list()).find(({ installation }) => installation === '複合機 1')).toMatchObject({
      webPage: 'http://printer.example.jp/',
    });
  });
});

test('C-02 operators see the status of everybody’s printers', async () => {
  const maker = await newMaker(server, printerSite);
  expect(names(await list('&reportedStatus=service-call', maker))).toEqual(['複合機 10']);
});

test('C-02 silence is a mark of its own beside the last status', async () => {
  const before = await list();
  expect(before.every(({ contributed }) => contributed['silentSince'] === null)).toBe(true);
  for (const name of ['複合機 1', '複合機 10']) await reportAs(server, printer(name), [telemetryNow()]);
  server.clock.move(4 * 3_600_000);
  owner = await newColleague(server, owner.organization, 'owner', { siteId: printerSite });
  await status('複合機 1', 'ready');
  await settled(async () => {
    const found = (await list()).find(({ installation }) => installation === '複合機 10');
    return found?.contributed['silentSince'] !== null;
  });
  const now = await list();
  const silent = now.filter(({ contributed }) => contributed['silentSince'] !== null);
  expect(names(silent)).toEqual(['複合機 10']);
  expect(silent.find(({ installation }) => installation === '複合機 10')?.contributed['reportedStatus']).toBe(
    'service-call',
  );
});

/** As `natural_order` has it for these names, whose numbers have two digits at most. */
function byName(a: string, b: string): number {
  const key = (name: string) => name.normalize('NFKC').replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'));
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return key(a) < key(b) ? -1 : 1;
}

function telemetryNow() {
  return {
    kind: 'telemetry',
    message: { time: server.clock.now().toISOString(), values: { tonerBlack: 50 } },
  } as never;
}
