import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { offerDays } from '../../../domain/devices/transfer.ts';
import { register } from '../../../tools/test/devices.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { codeOf, newColleague, type Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import {
  acceptTransfer,
  cancelTransfer,
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
import { offersPerHourMax } from './begin.ts';

let server: TestServer;
let operator: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  operator = await newOf(server, 'maker');
});
afterAll(() => server.close());

const transfers = async (by: Colleague) => {
  const { body } = await by.call('GET', `${by.path}/transfers`);
  return body.items as Record<string, unknown>[];
};

describe('P-31 U-08 a device is offered and taken over', () => {
  test('both consent: the old span ends, the new one begins at the same instant with the warranty and nothing else', async () => {
    const { seller, buyer, device } = await newPair(server);
    const since = server.clock.now();
    server.clock.move(60_000);
    let id: unknown;
    const events = await eventsCausedBy(server.app, async () => {
      const offered = await offerDevice(seller, device.id, ` ${buyer.mail.toUpperCase()} `);
      expect(offered.status).toBe(201);
      id = offered.body.id;
      const expiresAt = new Date(server.clock.now().getTime() + offerDays * daysMs).toISOString();
      expect((await stateOfDevice(seller, device.id)).body).toMatchObject({
        transfer: { id, state: 'open', side: 'given', to: buyer.mail, expiresAt },
        may: [],
      });
      const mail = await mailed(server, buyer.mail, '譲渡の申し出');
      expect(mail.text).toContain(`/transfers/${String(id)}`);
      const shown = await readTransfer(buyer, id);
      expect(shown.body).toMatchObject({
        serial: device.serial,
        side: 'received',
        from: '見本工業',
        follows: { purchasedOn: '2026-10-15', warrantyUntil: '2029-10-14', keys: true },
        dealers: [],
      });
      expect((await stateOfDevice(buyer, device.id)).status).toBe(404);
      expect((await acceptTransfer(buyer, id)).body).toEqual({ device: device.id });
    });
    expect(events).toEqual(['transfers.offered', 'transfers.accepted']);
    const now = server.clock.now();
    const follows = { purchased_on: '2026-10-15', warranty_until: '2029-10-14' };
    expect(await spansOf(server, device.id)).toMatchObject([
      { organization_id: insideId(seller.organization), from_at: since, until_at: now, cause: 'registered' },
      { organization_id: insideId(buyer.organization), from_at: now, until_at: null, cause: 'transferred', ...follows },
    ]);
    expect((await spansOf(server, device.id))[1]).toMatchObject({ remarks: '', company: '' });
    expect((await stateOfDevice(seller, device.id)).status).toBe(404);
    expect((await stateOfDevice(buyer, device.id)).body).toMatchObject({
      transfer: null,
      may: ['offer', 'report-end'],
    });
    expect([await transfers(seller), await transfers(buyer)]).toMatchObject([
      [{ id, state: 'accepted', side: 'given', to: '見本商事' }],
      [{ id, state: 'accepted', side: 'received', from: '見本工業' }],
    ]);
    await mailed(server, seller.mail, `渡す相手: ${buyer.mail}`);
    await mailed(server, seller.mail, '見本商事に引き渡されました');
    await mailed(server, buyer.mail, '機器を受け取りました');
    expect(codeOf(await acceptTransfer(buyer, id))).toBe('devices/transfer-over');
  });

  test('nobody learns whether there is such an organization; who signs up with the address later finds the offer', async () => {
    const { seller, buyer } = await newPair(server);
    const [one, two] = [await registeredDevice(server, seller), await registeredDevice(server, seller)];
    const known = await offerDevice(seller, one.id, buyer.mail);
    const nobody = `buyer-${one.serial.toLowerCase()}@example.jp`;
    const unknown = await offerDevice(seller, two.id, nobody);
    expect([known.status, known.text.length]).toEqual([unknown.status, unknown.text.length]);
    const [toKnown, toUnknown] = await Promise.all([
      mailed(server, buyer.mail, one.serial),
      server.mail.waitFor((mail) => mail.to === nobody),
    ]);
    expect(toUnknown.subject).toBe(toKnown.subject);
    const shape = (shown: Record<string, unknown> | undefined) => Object.keys(shown ?? {});
    const [second, first] = await transfers(seller);
    expect(shape(first)).toEqual(shape(second));
    const late = await newOf(server, 'customer', '新しい見本');
    await server.app.db.updateTable('users').set({ mail: nobody }).where('id', '=', insideId(late.id)).execute();
    expect((await acceptTransfer(late, unknown.body.id)).status).toBe(200);
  });

  test('a dealer is named by its login ID', async () => {
    const { seller, device } = await newPair(server);
    const dealer = await newOf(server, 'dealer', '見本販売');
    const code = `dealer${device.serial}`;
    await server.app.db.updateTable('users').set({ login_id: code }).where('id', '=', insideId(dealer.id)).execute();
    const { id } = (await offerDevice(seller, device.id, code)).body;
    await mailed(server, dealer.mail, device.serial);
    expect((await acceptTransfer(dealer, id)).status).toBe(200);
  });

  test.each(['declined', 'withdrawn', 'cancelled'] as const)(
    '%s: nothing changes, both are told, and another offer may follow',
    async (how) => {
      const { seller, buyer, device } = await newPair(server);
      const { id } = (await offerDevice(seller, device.id, buyer.mail)).body;
      const end = () =>
        how === 'declined'
          ? dropTransfer(buyer, id)
          : how === 'withdrawn'
            ? dropTransfer(seller, id)
            : cancelTransfer(operator, id);
      const events = await eventsCausedBy(server.app, async () => expect((await end()).status).toBe(204));
      expect(events).toEqual(['transfers.ended']);
      expect([codeOf(await acceptTransfer(buyer, id)), (await readTransfer(buyer, id)).status]).toEqual([
        'platform/not-found',
        404,
      ]);
      expect((await spansOf(server, device.id)).map(({ until_at }) => until_at)).toEqual([null]);
      for (const to of [seller.mail, buyer.mail]) await mailed(server, to, '譲渡は行われませんでした');
      expect((await transfers(seller))[0]).toMatchObject({ state: how });
      expect((await offerDevice(seller, device.id, buyer.mail)).status).toBe(201);
    },
  );

  test(`an offer is good for ${offerDays} days to the instant; another may follow`, async () => {
    const { seller, buyer, device } = await newPair(server);
    const { id } = (await offerDevice(seller, device.id, buyer.mail)).body;
    server.clock.move(offerDays * daysMs - 1);
    const late = await newColleague(server, buyer.organization, 'owner', { siteId: upsSite });
    expect((await readTransfer(late, id)).body.state).toBe('open');
    server.clock.move(1);
    expect(codeOf(await acceptTransfer(late, id))).toBe('devices/transfer-over');
    const owner = await freshOwner(server, seller);
    expect((await stateOfDevice(owner, device.id)).body).toMatchObject({
      transfer: null,
      may: ['offer', 'report-end'],
    });
    expect((await offerDevice(owner, device.id, buyer.mail)).status).toBe(201);
    const states = (await transfers(owner)).map(({ state }) => state);
    expect(states).toEqual(['open', 'expired']);
    operator = await freshOwner(server, operator);
  });
});

describe('P-31 what is refused', () => {
  test('one hand-over at a time, not to oneself, to no nonsense, and nobody else’s device', async () => {
    const { seller, buyer, device } = await newPair(server);
    const faults = async (to: string) => (await offerDevice(seller, device.id, to)).body.errors;
    expect(await faults('')).toMatchObject([{ pointer: '/to', code: 'identifiers/required' }]);
    expect(await faults('a@b')).toMatchObject([{ pointer: '/to', code: 'identifiers/mail-address' }]);
    expect(await faults(seller.mail)).toMatchObject([{ pointer: '/to', code: 'devices/own-organization' }]);
    expect(codeOf(await offerDevice(buyer, device.id, 'x@example.jp'))).toBe('platform/not-found');
    const viewer = await newColleague(server, seller.organization, 'viewer', { siteId: upsSite });
    expect((await offerDevice(viewer, device.id, buyer.mail)).status).toBe(403);
    expect((await offerDevice(seller, device.id, buyer.mail)).status).toBe(201);
    expect(codeOf(await offerDevice(seller, device.id, 'x@example.jp'))).toBe('devices/transfer-running');
    expect(codeOf(await orderTransfer(operator, device.id, buyer.mail))).toBe('devices/transfer-running');
  });

  test('a third party neither sees, takes nor ends it', async () => {
    const { seller, buyer, device } = await newPair(server);
    const { id } = (await offerDevice(seller, device.id, buyer.mail)).body;
    const third = await newOf(server, 'customer');
    const answers = [await readTransfer(third, id), await acceptTransfer(third, id), await dropTransfer(third, id)];
    expect(answers.map(codeOf)).toEqual(Array(3).fill('platform/not-found'));
    expect(await transfers(third)).toEqual([]);
    expect(codeOf(await acceptTransfer(seller, id))).toBe('platform/not-found');
  });

  test(`an organization offers at most ${offersPerHourMax} devices within an hour`, async () => {
    const { seller, buyer, device } = await newPair(server);
    const failed = Array.from({ length: offersPerHourMax - 1 }, () => server.clock.now());
    await server.app.db
      .insertInto('try_counters')
      .values({ site_id: upsSite, purpose: 'device-offers', subject: insideId(seller.organization), failed_at: failed })
      .execute();
    const { id } = (await offerDevice(seller, device.id, buyer.mail)).body;
    expect((await dropTransfer(seller, id)).status).toBe(204);
    expect((await offerDevice(seller, device.id, buyer.mail)).status).toBe(429);
  });
});

test('P-31 who got a device may register another of its own, and the old owner may not register it again', async () => {
  const { seller, buyer, device } = await newPair(server);
  const { id } = (await offerDevice(seller, device.id, buyer.mail)).body;
  await acceptTransfer(buyer, id);
  expect(codeOf(await register(seller, device.serial))).toBe('devices/registration-refused');
});
