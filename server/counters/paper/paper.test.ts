import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, newCustomer, newMaker } from '../../../tools/test/devices.ts';
import { newColleague, type Colleague } from '../../../tools/test/organizations.ts';
import { counted, givePrinter, printerSite, reportAs, type TestPrinter } from '../../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';

let server: TestServer;
let owner: Colleague;
let viewer: Colleague;
let maker: Colleague;
let printer: TestPrinter;
let large: TestPrinter;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-10T01:00:00Z') });
  owner = await newCustomer(server, '見本商事', printerSite);
  viewer = await newColleague(server, owner.organization, 'viewer', { siteId: printerSite });
  maker = await newMaker(server, printerSite);
  printer = await givePrinter(server, owner, { installation: '複合機 1' });
  large = await givePrinter(server, owner, { model: 'SP-W900', installation: '大判 1' });
  server.clock.move(60_000);
  const papers = { paperA3: 2, paperA4: 80, paperA5: 3, paperB4: 4, paperB5: 5, paperPostcard: 6 };
  await reportAs(server, printer, [counted(server.clock.now(), { total: 100, ...papers })]);
  await reportAs(server, large, [counted(server.clock.now(), { total: 20, dutyA: 12, dutyB: 8 })]);
});
afterAll(() => server.close());

const all = ['A3', 'A4', 'A5', 'B4', 'B5', 'Postcard'];
const open = async (who: Colleague) => {
  const answer = await who.call('GET', `${who.path}/counters/paper-sizes`);
  return { body: answer.body, version: answer.headers.get('etag') ?? '' };
};
const choose = async (who: Colleague, sizes: unknown, version?: string) =>
  who.call('PUT', `${who.path}/counters/paper-sizes`, { sizes }, { 'if-match': version ?? (await open(who)).version });
const fileOf = async (query: string) => {
  const answer = await owner.call(
    'GET',
    `${owner.path}/exports/counters?format=csv&language=en&from=2026-11&to=2026-11&${query}`,
  );
  const lines = answer.text.trim().split('\r\n');
  return [lines.find((line) => line.includes('Serial number')), lines.at(-1)].map((line) => line?.split(',').slice(7));
};

describe('C-10 sizes of paper', () => {
  test('A3, A4, B4 and B5 first; what somebody chooses is kept for them alone, a viewer and an operator too', async () => {
    expect((await open(owner)).body).toEqual({ sizes: ['A3', 'A4', 'B4', 'B5'], counted: all });
    const answer = await choose(viewer, ['Postcard', 'A4']);
    expect([answer.status, answer.body]).toEqual([200, { sizes: ['A4', 'Postcard'], counted: all }]);
    expect((await open(viewer)).body).toEqual(answer.body);
    expect((await choose(maker, ['A3'])).status).toBe(200);
    expect((await open(owner)).body).toMatchObject({ sizes: ['A3', 'A4', 'B4', 'B5'] });
  });

  test('one at least; what no model counts is none; what is no size is refused', async () => {
    expect(faultsOf(await choose(viewer, []))).toEqual(['/sizes counters/paper-none']);
    expect(faultsOf(await choose(viewer, ['Envelope']))).toEqual(['/sizes counters/paper-none']);
    expect((await choose(viewer, ['A99'])).status).toBe(400);
    expect((await choose(viewer, 'A4')).status).toBe(400);
    expect((await choose(viewer, ['A4'])).body).toMatchObject({ sizes: ['A4'] });
  });

  test('of two tabs the second is told, and nothing is overwritten', async () => {
    const { version } = await open(viewer);
    expect((await choose(viewer, ['A3'], version)).status).toBe(200);
    const second = await choose(viewer, ['B4'], version);
    expect([second.status, second.body['type']]).toEqual([412, '/problems/platform/changed-meanwhile']);
    expect((await open(viewer)).body).toMatchObject({ sizes: ['A3'] });
  });

  test('files have the sizes that are chosen, and what was counted in others where there is any', async () => {
    const total = 'Total';
    expect(await fileOf(`tab=paper&device=${printer.device}`)).toEqual([
      [total, 'A3', 'A4', 'B4', 'B5', 'Others', 'Remarks'],
      ['100', '2', '80', '4', '5', '9', 'since installation'],
    ]);
    await choose(owner, all);
    expect(await fileOf(`tab=paper&device=${printer.device}`)).toEqual([
      [total, ...all, 'Remarks'],
      ['100', '2', '80', '3', '4', '5', '6', 'since installation'],
    ]);
    await choose(owner, ['A4']);
    const [headings] = await fileOf(`tab=paper&device=${printer.device}&kind=cumulative`);
    expect(headings).toEqual([total, 'A4', 'Others', 'Remarks']);
    expect((await fileOf('tab=function'))[0]).not.toContain('Others');
  });

  test('a large-format device has its own columns and no sizes of paper', async () => {
    expect(await fileOf(`tab=counters&device=${large.device}`)).toEqual([
      ['Total', 'DUTY A', 'DUTY B', 'DUTY C', 'DUTY D', 'Remarks'],
      ['20', '12', '8', '', '', 'since installation'],
    ]);
    const answer = await owner.call('GET', `${owner.path}/counters/devices/${large.device}?from=2026-11&to=2026-11`);
    expect((answer.body['tabs'] as { tab: string }[]).map(({ tab }) => tab)).toEqual(['counters']);
  });
});
