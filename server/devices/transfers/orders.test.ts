import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { codeOf, newColleague, type Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import {
  acceptTransfer,
  dropTransfer,
  freshOwner,
  mailed,
  newOf,
  newPair,
  offerDevice,
  orderTransfer,
  readTransfer,
  registeredDevice,
  spansOf,
  stateOfDevice,
  upsSite,
} from '../../../tools/test/transfers.ts';
import { daysMs } from '../../kernel/clock.ts';
import { insideId } from '../../kernel/ids.ts';

let server: TestServer;
let operator: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  operator = await newOf(server, 'maker');
});
afterAll(() => server.close());

describe('P-31 an operator has a device pass on', () => {
  test('with a reason, after the waiting period; the owner hears at once, neither side learns of the other', async () => {
    const { seller, buyer, device } = await newPair(server);
    const nameless = await orderTransfer(operator, device.id, buyer.mail, ' ');
    expect(nameless.body.errors).toMatchObject([{ pointer: '/reason', code: 'identifiers/required' }]);
    expect((await orderTransfer(seller, device.id, buyer.mail)).status).toBe(403);
    const ordered = await orderTransfer(operator, device.id, buyer.mail, '会社の合併による');
    expect(ordered.status).toBe(201);
    const { id } = ordered.body;
    const notice = await mailed(server, seller.mail, '理由: 会社の合併による');
    expect(notice.text).not.toContain(buyer.mail);
    const invited = await mailed(server, buyer.mail, '受け取れるようになります');
    expect(invited.text).not.toMatch(/見本工業|合併/);
    const given = (await stateOfDevice(seller, device.id)).body.transfer;
    expect(given).toMatchObject({ state: 'waiting', cause: 'order', to: null, reason: '会社の合併による' });
    expect((await readTransfer(buyer, id)).body).toMatchObject({ state: 'waiting', from: null, reason: null });
    expect(codeOf(await acceptTransfer(buyer, id))).toBe('devices/transfer-waiting');
    expect(codeOf(await dropTransfer(seller, id))).toBe('platform/not-permitted');
    server.clock.move(14 * daysMs - 1);
    const late = await freshOwner(server, buyer);
    expect(codeOf(await acceptTransfer(late, id))).toBe('devices/transfer-waiting');
    server.clock.move(1);
    expect((await acceptTransfer(late, id)).status).toBe(200);
    const gone = await mailed(server, seller.mail, '名義が変更されました');
    expect(gone.text).not.toContain('見本商事');
    operator = await freshOwner(server, operator);
  });
});

describe('P-31 dealers', () => {
  test('their access ends with the hand-over; only whom the receiver names goes on', async () => {
    const dealer = await newOf(server, 'dealer', '見本保守');
    const grant = (of: Colleague) =>
      operator.create(`${operator.path}/organizations/${of.organization}/grants`, {
        to: dealer.organization,
        rights: ['list', 'read'],
        until: null,
      });
    const kept = async (dealers: string[]) => {
      const { seller, buyer, device } = await newPair(server);
      expect((await grant(seller)).status).toBe(201);
      expect((await stateOfDevice(dealer, device.id)).status).toBe(200);
      const { id } = (await offerDevice(seller, device.id, buyer.mail)).body;
      expect((await readTransfer(buyer, id)).body.dealers).toEqual([{ id: dealer.organization, name: '見本保守' }]);
      expect((await acceptTransfer(buyer, id, [seller.organization])).status).toBe(404);
      expect((await acceptTransfer(buyer, id, dealers)).status).toBe(200);
      return (await stateOfDevice(dealer, device.id)).status;
    };
    expect(await kept([])).toBe(404);
    expect(await kept([dealer.organization])).toBe(200);
  });
});

describe('P-31 nobody but the owner gives a device away', () => {
  test('not a dealer who may configure it, who learns no more of an order than the owner does; not who acts for the owner', async () => {
    const { seller, buyer, device } = await newPair(server);
    const dealer = await newOf(server, 'dealer', '見本保守');
    const rights = ['list', 'read', 'configure'];
    await operator.create(`${operator.path}/organizations/${seller.organization}/grants`, {
      to: dealer.organization,
      rights,
      until: null,
    });
    expect((await stateOfDevice(dealer, device.id)).body.may).toEqual(['report-end']);
    expect(codeOf(await offerDevice(dealer, device.id, dealer.mail))).toBe('platform/not-permitted');
    const { id } = (await offerDevice(seller, device.id, buyer.mail)).body;
    expect(codeOf(await dropTransfer(dealer, id))).toBe('platform/not-permitted');
    await dropTransfer(seller, id);

    const { id: ordered } = (await orderTransfer(operator, device.id, buyer.mail)).body;
    expect((await readTransfer(dealer, ordered)).body).toMatchObject({ side: 'onlooker', from: null, to: null });
    expect((await readTransfer(operator, ordered)).body).toMatchObject({ from: '見本工業', to: buyer.mail });

    await operator.create(`${operator.path}/acting`, { of: seller.organization, reason: '設定のお手伝い' });
    const offered = await operator.create(`${seller.path}/devices/${device.id}/offer`, { to: buyer.mail });
    expect(codeOf(offered)).toBe('platform/not-while-acting');
    await operator.call('DELETE', '/acting');
  });
});

describe('P-31 races', () => {
  test('two acceptances, and acceptance against withdrawal: exactly one wins, twenty times', async () => {
    const { seller, buyer } = await newPair(server);
    const colleague = await newColleague(server, buyer.organization, 'manager', { siteId: upsSite });
    for (let round = 0; round < 20; round += 1) {
      const owner = round % 2 ? buyer : seller;
      const { id: device } = await registeredDevice(server, owner);
      const [from, to, rival] = round % 2 ? [buyer, seller, seller] : [seller, buyer, colleague];
      const { id } = (await offerDevice(from, device, to.mail)).body;
      await server.app.db.deleteFrom('try_counters').where('purpose', '=', 'device-offers').execute();
      const second = () => (round % 4 < 2 ? acceptTransfer(rival, id) : dropTransfer(from, id));
      const events = await eventsCausedBy(server.app, async () => {
        const answers = await Promise.all([acceptTransfer(to, id), second()]);
        expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
      });
      expect(events).toHaveLength(1);
      const open = (await spansOf(server, device)).filter(({ until_at }) => until_at === null);
      expect(open).toHaveLength(1);
      const taken = events[0] === 'transfers.accepted';
      expect(open[0]?.organization_id).toBe(insideId((taken ? to : from).organization));
    }
  });

  test('an offer sent twice under one key is one offer', async () => {
    const { seller, buyer, device } = await newPair(server);
    const key = { 'idempotency-key': `offer-${device.serial}` };
    const path = `${seller.path}/devices/${device.id}/offer`;
    const ask = () => seller.call('POST', path, { to: buyer.mail }, key);
    const answers = await Promise.all([ask(), ask()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await seller.call('GET', `${seller.path}/transfers`)).body.total).toBe(1);
  });
});
