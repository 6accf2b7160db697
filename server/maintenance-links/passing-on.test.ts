import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveDevices } from '../../tools/test/devices.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { claimCode, gatewayModel, gatewaySite } from '../../tools/test/gateways.ts';
import {
  endLink,
  gatewaysSeenBy,
  linkDealer,
  newDealer,
  newGatewayOwner,
  newGateways,
  newLink,
  readLink,
} from '../../tools/test/maintenance-links.ts';
import type { Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { acceptTransfer, newOf, offerDevice, replaceDevice } from '../../tools/test/transfers.ts';
import { isLoginIdTaken } from '../accounts/login-ids.ts';
import { insideId } from '../kernel/ids.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const linksOf = async (who: Colleague) =>
  (await who.call('GET', `${who.path}/maintenance-links`)).body.items as Record<string, unknown>[];

test('E-04 a hand-over ends the link of that device; a dealer whom the receiver keeps gets one of its own, which it can end', async () => {
  const { owner, dealer, devices, link } = await newLink(server, { configure: true });
  const [more] = await newGateways(server, owner);
  await linkDealer(owner, dealer, { devices: [more!] });
  const receiver = await newGatewayOwner(server, '次の家');
  const others = await newGateways(server, receiver);
  const { id } = (await offerDevice(owner, devices[0]!.id, receiver.mail)).body;
  const events = await eventsCausedBy(server.app, async () => {
    expect((await acceptTransfer(receiver, id, [dealer.organization])).status).toBe(200);
  });
  expect(events).toEqual(['transfers.accepted', 'maintenance-links.begun']);
  expect((await gatewaysSeenBy(dealer)).toSorted()).toEqual([devices[0]!.serial, more!.serial].toSorted());
  expect((await gatewaysSeenBy(dealer)).includes(others[0]!.serial)).toBe(false);
  expect((await readLink(owner, link)).body).toMatchObject({ state: 'lapsed', devices: [{ linked: false }] });
  const [kept] = await linksOf(receiver);
  expect(kept).toMatchObject({ state: 'running', configure: false, untilOn: null, other: { id: dealer.organization } });
  expect((await endLink(receiver, kept!.id)).status).toBe(204);
  expect(await gatewaysSeenBy(dealer)).toEqual([more!.serial]);
});

test('E-04 whom the receiver does not keep sees it no more', async () => {
  const { owner, dealer, devices } = await newLink(server);
  const receiver = await newGatewayOwner(server, '次の家');
  const { id } = (await offerDevice(owner, devices[0]!.id, receiver.mail)).body;
  await acceptTransfer(receiver, id);
  expect([await gatewaysSeenBy(dealer), await linksOf(receiver)]).toEqual([[], []]);
});

test('P-32 the links of a broken device go on with the one that took its place', async () => {
  const { owner, dealer, devices, link } = await newLink(server, { configure: true, until: '' });
  const operator = await newOf(server, 'maker', '', gatewaySite);
  const [serial = ''] = await giveDevices(server, 1, { site: gatewaySite, model: gatewayModel, claimCode });
  expect((await replaceDevice(operator, devices[0]!.id, serial)).status).toBe(201);
  expect(await gatewaysSeenBy(dealer)).toEqual([serial]);
  const { body } = await readLink(owner, link);
  expect(body).toMatchObject({ state: 'running', configure: true });
  expect((body.devices as { serial: string; linked: boolean }[]).filter(({ linked }) => linked)).toMatchObject([
    { serial },
  ]);
  await endLink(owner, link);
  expect(await gatewaysSeenBy(dealer)).toEqual([]);
});

test('E-04 links end with the dealer: closed, it looks after nothing', async () => {
  const { owner, dealer, link } = await newLink(server);
  const operator = await newOf(server, 'maker', '', gatewaySite);
  const closing = { successor: null, seen: 0, reason: '廃業のため' };
  const path = `${operator.path}/organizations/${dealer.organization}/closing`;
  expect((await operator.call('POST', path, closing)).status).toBe(204);
  expect((await readLink(owner, link)).body.state).toBe('lapsed');
});

test('E-05 a dealer’s list says since when it looks after each; to the customer it says nothing of it', async () => {
  const { owner, dealer } = await newLink(server);
  const values = async (who: Colleague) => {
    const { items } = (await who.call('GET', `${who.path}/devices?sort=-linkedAt`)).body as {
      items: { joined?: Record<string, unknown> }[];
    };
    return items[0];
  };
  expect(JSON.stringify(await values(dealer))).toContain('"linkedAt":"20');
  expect(JSON.stringify((await owner.call('GET', `${owner.path}/devices`)).body)).not.toContain('linkedAt');
});

test('E-04 the code of a dealer is nobody else’s login ID, also when who signed up with it has left', async () => {
  const dealer = await newDealer(server);
  const { db } = server.app;
  const code = dealer.pair.dealer;
  const taken = (userId?: string) =>
    db
      .transaction()
      .execute((tx) =>
        isLoginIdTaken(tx, gatewaySite, code.toUpperCase(), server.clock.now(), userId ? { userId } : {}),
      );
  expect([await taken(), await taken(insideId(dealer.id))]).toEqual([true, false]);
  await sql`update organizations set dealer_code = null where id = ${insideId(dealer.organization)}`.execute(db);
  expect(await taken()).toBe(false);
});
