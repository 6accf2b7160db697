import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, giveDevices, register } from '../../../tools/test/devices.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { codeOf, newColleague, siteOf, type Colleague } from '../../../tools/test/organizations.ts';
import { newCustomerOf, newDealer } from '../../../tools/test/licences.ts';
import { expiryOf, giveLicences, spansServing } from '../../../tools/test/placements.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import { settle } from '../settle/settle.ts';

const site = 'camera';
let server: TestServer;
let dealer: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  dealer = await newDealer(server);
});
afterAll(() => server.close());

type Kind = 'recorder' | 'direct';
const give = async (who: Colleague, lastDay: string, type: Kind = 'recorder') => {
  const [id = ''] = await giveLicences(server, { customer: who.organization, type, lastDay });
  return outsideId('licence', id);
};

/** A customer with a recorder and so many cameras on it, none of them with a licence that runs. */
async function fleet(cameras: number): Promise<{ owner: Colleague; recorder: string; devices: string[] }> {
  const owner = await newCustomerOf(server, dealer);
  await give(owner, '2026-10-31');
  const [recorder = ''] = await giveDevices(server, 1, { site, model: 'VR-16' });
  expect((await register(owner, recorder)).status).toBe(201);
  const devices: string[] = [];
  for (const serial of await giveDevices(server, cameras, { site, model: 'VC-20' })) {
    const { body } = await register(owner, serial, {}, { registeredTo: recorder });
    devices.push(String(body.id));
  }
  return { owner, recorder, devices };
}

async function seen(who: Colleague, path: string) {
  const answer = await who.call('GET', `${who.path}/${path}`);
  return { body: answer.body, version: { 'if-match': String(answer.headers.get('etag')) }, status: answer.status };
}

async function put(who: Colleague, path: string, body: unknown, of = path.slice(0, path.lastIndexOf('/'))) {
  const { version } = await seen(who, of);
  return who.call('PUT', `${who.path}/${path}`, body, version);
}

describe('L-05 a licence goes to another camera', () => {
  test('is chosen, moved and taken off, its dates as they were; each with one event and nothing more', async () => {
    const { owner, devices } = await fleet(2);
    const [one = '', other = ''] = devices;
    const licence = await give(owner, '2027-12-31');
    const path = `licences/${licence}`;
    const events = await eventsCausedBy(server.app, async () => {
      for (const device of [one, one, other, null])
        expect((await put(owner, `${path}/device`, { device })).status).toBe(204);
    });
    expect(events).toEqual(['licences.placed', 'licences.moved', 'licences.freed']);
    const { body } = await seen(owner, path);
    expect(body).toMatchObject({ state: 'waiting', device: null, lastDay: '2027-12-31', mayMove: true });
    expect((body.history as { cause: string; device: { id: string } }[]).map((past) => past.device.id)).toEqual(
      expect.arrayContaining([one, other]),
    );
    expect((await put(owner, `${path}/device`, { device: other })).status).toBe(204);
    expect((await spansServing(server, other)).at(-1)).toMatchObject({
      until: expiryOf('2027-12-31').toISOString(),
      cause: 'chosen',
    });
  });

  test('types do not mix, a camera takes one, what is over or another’s or out of use is refused at its place', async () => {
    const { owner, recorder, devices } = await fleet(2);
    const [one = '', other = ''] = devices;
    const stranger = await fleet(1);
    const [licence, second, direct] = [
      await give(owner, '2027-12-31'),
      await give(owner, '2028-12-31'),
      await give(owner, '2027-12-31', 'direct'),
    ];
    const move = (id: string, device: string) => put(owner, `licences/${id}/device`, { device });
    expect((await move(licence, one)).status).toBe(204);
    expect(faultsOf(await move(second, one))).toEqual(['/device licences/device-served']);
    expect(faultsOf(await move(direct, other))).toEqual(['/device licences/other-type']);
    expect(faultsOf(await move(second, stranger.devices[0] ?? ''))).toEqual(['/device licences/device-unknown']);
    const list = await seen(owner, `devices?serial=${recorder}`);
    const [{ id: onWhich = '' } = {}] = list.body.items as { id?: string }[];
    expect(faultsOf(await move(second, onWhich))).toEqual(['/device licences/device-takes-none']);
    const aside = (id: string, device: string) => put(owner, `licences/${id}/set-aside`, { device });
    expect(faultsOf(await aside(second, other))).toEqual(['/device licences/device-unserved']);
    expect(codeOf(await aside(licence, one))).toBe('licences/licence-serves');
    const [over] = ((await seen(owner, 'licences?state=expired')).body.items as { id: string }[]) ?? [];
    expect(codeOf(await move(over?.id ?? '', other))).toBe('licences/licence-over');
  });

  test('who saw an older state is told so, and of two at once one wins', async () => {
    const { owner, devices } = await fleet(3);
    const licence = await give(owner, '2027-12-31');
    const { version } = await seen(owner, `licences/${licence}`);
    const answers = await Promise.all(
      devices.map((device) => owner.call('PUT', `${owner.path}/licences/${licence}/device`, { device }, version)),
    );
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['204', '412', '412']);
  });
});

describe('L-06 what a customer decides about renewing', () => {
  test('set aside, not renewed, the choice for all: what the page says comes true', async () => {
    const { owner, devices } = await fleet(3);
    const [one = '', two = '', three = ''] = devices;
    for (const device of devices)
      expect((await put(owner, `licences/${await give(owner, '2026-12-31')}/device`, { device })).status).toBe(204);
    const [kept, free] = [await give(owner, '2028-01-31'), await give(owner, '2027-12-31')];
    expect((await put(owner, `licences/${kept}/set-aside`, { device: three })).status).toBe(204);
    expect((await put(owner, `devices/${one}/renewal`, { renews: false }, `devices/${one}/licence`)).status).toBe(204);
    const looks = async () =>
      Promise.all(
        devices.map(async (device) => {
          const { body } = await seen(owner, `devices/${device}/licence`);
          return [body.renews, (body.next as { id: string; setAside: boolean } | null)?.id ?? null];
        }),
      );
    expect(await looks()).toEqual([
      [false, null],
      [null, free],
      [null, kept],
    ]);
    expect((await put(owner, 'licence-renewal', { renews: false }, 'licence-renewal')).status).toBe(204);
    expect((await looks()).map(([, next]) => next)).toEqual([null, null, null]);
    expect((await put(owner, `devices/${two}/renewal`, { renews: true }, `devices/${two}/licence`)).status).toBe(204);
    expect((await looks()).map(([, next]) => next)).toEqual([null, free, null]);
    server.clock.move(expiryOf('2026-12-31').getTime() - server.clock.now().getTime());
    await server.app.db
      .transaction()
      .execute((tx) => settle(tx, siteOf(server, site), [insideId(owner.organization)], server.clock.now()));
    const again = await newColleague(server, owner.organization, 'owner', { siteId: site });
    const states = await Promise.all(devices.map((device) => seen(again, `devices/${device}/licence`)));
    expect(states.map(({ body }) => body.state)).toEqual(['expired', 'licensed', 'expired']);
    expect((await seen(again, `licences/${kept}`)).body).toMatchObject({
      state: 'waiting',
      setAsideFor: { id: three },
    });
    // Moved the same day without loss: its dates are its own.
    expect((await put(again, `licences/${free}/device`, { device: three })).status).toBe(204);
    expect((await seen(again, `licences/${free}`)).body).toMatchObject({
      lastDay: '2027-12-31',
      device: { id: three },
    });
  });
});

test('L-05 the dealer reads its customer’s licences, another sees nothing, and only the customer moves them', async () => {
  const own = await newDealer(server, '見本販売');
  const owner = await newCustomerOf(server, own);
  const licence = await give(owner, '2028-12-31');
  const other = await newDealer(server, '見本商会');
  const total = async (who: Colleague) => (await seen(who, 'licences')).body.total;
  expect([await total(own), await total(owner), await total(other)]).toEqual([1, 1, 0]);
  expect((await seen(own, `licences/${licence}`)).body).toMatchObject({ mayMove: false });
  expect((await seen(other, `licences/${licence}`)).status).toBe(404);
  expect((await put(own, `licences/${licence}/device`, { device: null })).status).toBe(403);
});

test('L-05 licences as a file: a customer’s own by what its list is narrowed to, of others nothing', async () => {
  const { owner, devices } = await fleet(1);
  const licence = await give(owner, '2029-01-31');
  expect((await put(owner, `licences/${licence}/device`, { device: devices[0] })).status).toBe(204);
  await give(owner, '2029-03-31');
  const rows = async (who: Colleague, wish = '') => {
    const { text } = await who.call('GET', `${who.path}/exports/licences?format=csv&language=en${wish}`);
    return text.split('\r\n').filter((line) => line.includes('2029-'));
  };
  const [{ serial = '' } = {}] = (await seen(owner, 'devices?model=VC-20')).body.items as { serial?: string }[];
  const [placed = '', waiting = ''] = await rows(owner);
  expect(placed).toContain(`in use,${serial},`);
  expect(placed).toContain(',2029-01-31,');
  expect(waiting).toContain('waiting,,');
  expect(await rows(owner, '&state=waiting')).toEqual([waiting]);
  expect(await rows(owner, `&device=${serial}`)).toEqual([placed]);
  expect(await rows(await newDealer(server, '見本商会'))).toEqual([]);
});
