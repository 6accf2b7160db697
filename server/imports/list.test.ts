import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCustomer, newMaker } from '../../tools/test/devices.ts';
import { uploadFile } from '../../tools/test/imports.ts';
import { newOwner, withDealers, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { insideId } from '../kernel/ids.ts';

let server: TestServer;
let operator: Colleague;
let customer: Colleague;
let file: string;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
  operator = await newMaker(server);
  customer = await newCustomer(server, '見本の駅');
  const { shown } = await uploadFile(customer, 'device-registrations', 'serial\r\nX', '機器の一覧.csv');
  file = shown.id;
});
afterAll(() => server.close());

type Listed = { id: string; kind: string; state: string; fault: string | null; own: boolean; organization: string };
async function listed(who: Colleague, query = ''): Promise<Listed[]> {
  const { status, body, text } = await who.call('GET', `${who.path}/imports?pageSize=100${query}`);
  if (status !== 200) throw new Error(text);
  return body['items'] as Listed[];
}
const idsOf = (items: readonly Listed[]) => items.map(({ id }) => id);
const change = (values: { state: string; fault?: string }) =>
  server.app.db.updateTable('imports').set(values).where('id', '=', insideId(file)).execute();

test('P-26 operators see every file of their site, of kinds too that they cannot hand over, but not what is in it', async () => {
  expect(await listed(operator)).toMatchObject([
    { id: file, kind: 'device-registrations', state: 'previewed', own: false, organization: '見本の駅' },
  ]);
  expect((await operator.call('GET', `${operator.path}/imports/${file}`)).status).toBe(404);
  expect(idsOf(await listed(customer))).toEqual([file]);
  expect(await listed(await newCustomer(server))).toEqual([]);
  expect(await listed(await newOwner(server, 'maker'))).toEqual([]);
});

test('P-26 they are found by file, organization or person, by state and by day', async () => {
  const found = async (query: string) => (await listed(operator, query)).length;
  for (const text of ['一覧.CSV', '見本の駅', '見本 owner'])
    expect(await found(`&text=${encodeURIComponent(text)}`)).toBe(1);
  expect(await found('&text=nothing')).toBe(0);
  expect([await found('&state=previewed'), await found('&state=done')]).toEqual([1, 0]);
  expect([await found('&from=2026-01-01'), await found('&until=2026-01-01')]).toEqual([1, 0]);
  expect((await operator.call('GET', `${operator.path}/imports?state=lost`)).status).toBe(400);
});

test('P-26 why one failed stands in the list and in the file', async () => {
  await change({ state: 'failed', fault: 'gave-up' });
  expect(await listed(operator, '&state=failed')).toMatchObject([{ id: file, fault: 'imports/gave-up' }]);
  const { text } = await operator.call('GET', `${operator.path}/exports/imports?format=csv&language=en&state=failed`);
  expect(text).toMatch(/機器の一覧\.csv,Device registration by file,見本の駅,見本 owner,1,failed,.*given up/);
});
