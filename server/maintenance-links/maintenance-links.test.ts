import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missesPerHourMax } from '../../domain/maintenance-links/tries.ts';
import { faultsOf } from '../../tools/test/devices.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import {
  endLink,
  gatewaysSeenBy,
  linkDealer,
  newDealer,
  newGatewayOwner,
  newGateways,
  newLink,
  readLink,
  type TestDealer,
} from '../../tools/test/maintenance-links.ts';
import { codeOf, newColleague, type Colleague } from '../../tools/test/organizations.ts';
import type { Answer } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { mailed, newOf } from '../../tools/test/transfers.ts';
import { hoursMs } from '../kernel/clock.ts';
import { insideId, newId } from '../kernel/ids.ts';
import { devicesMax } from './schemas.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
});
afterAll(() => server.close());

const linksOf = async (who: Colleague, query = '') => {
  const { body } = await who.call('GET', `${who.path}/maintenance-links${query}`);
  return body as { items: Record<string, unknown>[]; total: number; ownPair: unknown };
};
const check = (by: Colleague, dealer: string, phone: string) =>
  by.call('POST', `${by.path}/dealer-checks`, { dealer, phone });
const comparable = ({ status, text }: Answer) => `${status} ${text.replace(/"requestId":"[^"]*"/, '')}`;

describe('E-04 a customer links a dealer', () => {
  test('by login ID and phone number, both; it is in force at once, told to both, and new to the dealer until opened', async () => {
    const [owner, dealer] = [await newGatewayOwner(server), await newDealer(server, '見本電設', 'en')];
    const [first, second] = await newGateways(server, owner, 2);
    const { dealer: code, phone } = dealer.pair;
    const wide = phone.replaceAll(/[0-9-]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0));
    for (const typed of [phone, wide, phone.replaceAll('-', ''), `+81 ${phone.slice(1)}`])
      expect((await check(owner, ` ${code.toUpperCase()}`, typed)).body).toEqual({ name: '見本電設' });
    expect(await gatewaysSeenBy(dealer)).toEqual([]);
    let link = '';
    const events = await eventsCausedBy(server.app, async () => {
      const begun = await linkDealer(owner, dealer, { devices: [first!], until: '2027-03-31' });
      expect([begun.status, begun.body.dealer]).toEqual([201, '見本電設']);
      link = String(begun.body.id);
    });
    expect(events).toEqual(['maintenance-links.begun']);
    expect(await gatewaysSeenBy(dealer)).toEqual([first!.serial]);
    expect((await dealer.call('GET', `${dealer.path}/devices/${second!.id}`)).status).toBe(404);
    expect((await dealer.call('GET', `${dealer.path}/devices/${first!.id}`)).body.mayChange).toBe(false);
    const mail = await mailed(server, dealer.mail, 'has linked you for maintenance');
    expect(mail.text).toContain(`For: ${first!.serial}\nYou may: see\nLast day: 2027-03-31`);
    await mailed(server, owner.mail, '販売店を紐付けました');
    const shown = { state: 'running', allDevices: false, configure: false, untilOn: '2027-03-31', isNew: true };
    const device = { id: first!.id, serial: first!.serial, linked: true };
    expect((await linksOf(dealer)).items).toMatchObject([
      { ...shown, side: 'dealer', other: { name: '見本の家' }, devices: [device] },
    ]);
    expect((await linksOf(dealer, '?isNew=yes')).total).toBe(1);
    const opened = await eventsCausedBy(server.app, async () => {
      for (const by of [owner, dealer, dealer])
        expect((await by.call('POST', `${by.path}/maintenance-links/${link}/opened`)).status).toBe(204);
    });
    expect(opened).toEqual(['maintenance-links.opened']);
    expect((await linksOf(dealer, '?isNew=yes')).total).toBe(0);
    expect((await readLink(owner, link)).body).toMatchObject({ ...shown, side: 'customer', isNew: false });
  });

  test('of all devices: those to come are seen too, and what is granted beside it is refused', async () => {
    const [owner, dealer] = [await newGatewayOwner(server), await newDealer(server)];
    expect((await linkDealer(owner, dealer, { devices: null, configure: true })).status).toBe(201);
    const [later] = await newGateways(server, owner);
    expect(await gatewaysSeenBy(dealer)).toEqual([later!.serial]);
    expect((await dealer.call('GET', `${dealer.path}/devices/${later!.id}`)).body.mayChange).toBe(true);
    expect(codeOf(await linkDealer(owner, dealer, { devices: [later!] }))).toBe('maintenance-links/already-linked');
    expect((await linksOf(dealer)).items).toMatchObject([{ allDevices: true, devices: [], configure: true }]);
  });

  test('the same request sent again links once', async () => {
    const [owner, dealer] = [await newGatewayOwner(server), await newDealer(server)];
    const devices = (await newGateways(server, owner)).map(({ id }) => id);
    const body = { ...dealer.pair, devices, configure: false, until: '' };
    const headers = { 'idempotency-key': newId() };
    const twins = [1, 2].map(() => owner.call('POST', `${owner.path}/maintenance-links`, body, headers));
    const answers = await Promise.all(twins);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect((await linksOf(owner)).total).toBe(1);
  });

  test('what is wrong is told at its field, and nothing is linked', async () => {
    const [owner, dealer, other] = [
      await newGatewayOwner(server),
      await newDealer(server),
      await newGatewayOwner(server),
    ];
    const [own] = await newGateways(server, owner);
    const [theirs] = await newGateways(server, other);
    const faults = async (wish: Parameters<typeof linkDealer>[2], to: TestDealer = dealer) =>
      faultsOf(await linkDealer(owner, to, wish));
    const pairOf = (pair: TestDealer['pair']) => ({ ...dealer, pair });
    expect(await faults({ devices: [] })).toEqual(['/devices maintenance-links/choose-devices']);
    for (const device of [theirs!, { id: `dev_${newId()}`, serial: '' }])
      expect(await faults({ devices: [own!, device] })).toEqual(['/devices maintenance-links/device-unknown']);
    expect(await faults({ devices: [own!], until: '2026-11-19' })).toEqual(['/until maintenance-links/until-past']);
    expect(await faults({ devices: [own!], until: '2036-11-21' })).toEqual(['/until maintenance-links/until-far']);
    expect(await faults({ devices: [own!], until: 'Friday' })).toEqual(['/until maintenance-links/day']);
    expect(await faults({ devices: [own!] }, pairOf({ dealer: ' ', phone: 'abc' }))).toEqual([
      '/dealer identifiers/required',
      '/phone identifiers/phone',
    ]);
    const many = (count: number) => Array.from({ length: count }, () => ({ id: `dev_${newId()}`, serial: '' }));
    expect((await linkDealer(owner, dealer, { devices: many(devicesMax) })).status).toBe(422);
    expect((await linkDealer(owner, dealer, { devices: many(devicesMax + 1) })).status).toBe(400);
    const held = await newGateways(server, dealer);
    expect(faultsOf(await linkDealer(dealer, dealer, { devices: held }))).toEqual([
      '/dealer maintenance-links/own-organization',
    ]);
    expect((await linksOf(owner)).total).toBe(0);
    for (const role of ['member', 'viewer'] as const) {
      const someone = await newColleague(server, owner.organization, role, { siteId: gatewaySite });
      expect((await linkDealer(someone, dealer, { devices: [own!] })).status).toBe(403);
    }
  });
});

describe('E-04 pairs that are wrong', () => {
  test(`read alike whatever is wrong, and after ${missesPerHourMax} in an hour none is looked at; operators hear of it once`, async () => {
    const operator = await newOf(server, 'maker', '', gatewaySite);
    const [owner, dealer, closed] = [await newGatewayOwner(server), await newDealer(server), await newDealer(server)];
    const elsewhere = await newDealer(server);
    await server.app.db
      .updateTable('organizations')
      .set({ closed_at: server.clock.now() })
      .where('id', '=', insideId(closed.organization))
      .execute();
    const { dealer: code, phone } = dealer.pair;
    const wrong = [
      [code, '03-9876-5432'],
      ['nobody', phone],
      ['nobody', '03-9876-5432'],
      [elsewhere.pair.dealer, phone],
      [closed.pair.dealer, closed.pair.phone],
      [owner.loginId, phone],
      // The login ID of somebody at a dealer that has a code of its own.
      [dealer.loginId, phone],
      ['%', phone],
    ] as const;
    const events = await eventsCausedBy(server.app, async () => {
      const answers = [];
      for (const [id, number] of wrong) answers.push(comparable(await check(owner, id, number)));
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('dealer-unknown');
      // On the way to a link they count, and read, as in the check.
      while (answers.length < missesPerHourMax) {
        const wish = { ...dealer, pair: { dealer: code, phone: '03-9876-5432' } };
        answers.push(comparable(await linkDealer(owner, wish, { devices: null })));
      }
      expect(codeOf(await check(owner, code, phone))).toBe('maintenance-links/too-many-tries');
      expect(codeOf(await linkDealer(owner, dealer, { devices: null }))).toBe('maintenance-links/too-many-tries');
    });
    expect(events).toEqual(['maintenance-links.dealers-guessed']);
    await mailed(server, operator.mail, '販売店の照合の失敗');
    server.clock.move(hoursMs);
    const late = await newColleague(server, owner.organization, 'owner', { siteId: gatewaySite });
    expect((await check(late, code, phone)).status).toBe(200);
  });

  test('a dealer without a code is named by the login ID of any of its people', async () => {
    const [owner, dealer] = [await newGatewayOwner(server), await newDealer(server)];
    const id = insideId(dealer.organization);
    await server.app.db.updateTable('organizations').set({ dealer_code: null }).where('id', '=', id).execute();
    expect((await linksOf(dealer)).ownPair).toEqual({ dealer: dealer.loginId, phone: dealer.pair.phone });
    expect((await check(owner, dealer.loginId, dealer.pair.phone)).status).toBe(200);
    expect((await linksOf(owner)).ownPair).toBeNull();
  });
});

describe('E-04 changing and ending', () => {
  const change = async (by: Colleague, link: string, terms: object, version?: string) => {
    const etag = version ?? String((await readLink(by, link)).headers.get('etag'));
    return by.call('PATCH', `${by.path}/maintenance-links/${link}`, terms, { 'if-match': etag });
  };

  test('the customer changes what may be done and until when; the dealer is told, and changes nothing itself', async () => {
    const { owner, dealer, devices, link } = await newLink(server);
    const seen = String((await readLink(owner, link)).headers.get('etag'));
    const terms = { configure: true, until: '2026-11-20' };
    const events = await eventsCausedBy(server.app, async () => {
      expect((await change(owner, link, terms, seen)).status).toBe(204);
      expect((await change(owner, link, terms)).status).toBe(204);
      expect(codeOf(await change(owner, link, { configure: false, until: '' }, seen))).toBe(
        'platform/changed-meanwhile',
      );
      expect(codeOf(await change(dealer, link, terms))).toBe('platform/not-permitted');
      expect(faultsOf(await change(owner, link, { ...terms, until: '2026-11-01' }))).toEqual([
        '/until maintenance-links/until-past',
      ]);
    });
    expect(events).toEqual(['maintenance-links.changed']);
    await mailed(server, dealer.mail, '保守紐付けの内容を変更しました');
    const path = `${dealer.path}/devices/${devices[0]!.id}`;
    expect((await dealer.call('GET', path)).body.mayChange).toBe(true);
    // The last day of Japan ends at 15:00 UTC.
    server.clock.move(Date.parse('2026-11-20T15:00:00Z') - server.clock.now().getTime() - 1);
    const late = await newColleague(server, dealer.organization, 'owner', { siteId: gatewaySite });
    expect((await late.call('GET', path)).status).toBe(200);
    server.clock.move(1);
    expect((await late.call('GET', path)).status).toBe(404);
    const last = await linksOf(late);
    expect(last.items).toMatchObject([{ state: 'expired', isNew: false, devices: [] }]);
    const again = await newColleague(server, owner.organization, 'owner', { siteId: gatewaySite });
    expect(codeOf(await change(again, link, { configure: false, until: '' }))).toBe('maintenance-links/link-over');
  });

  test.each(['customer', 'dealer'] as const)('the %s ends it, at once and once; the other is told', async (side) => {
    const { owner, dealer, devices, link } = await newLink(server);
    const [who, other] = side === 'customer' ? [owner, dealer] : [dealer, owner];
    const events = await eventsCausedBy(server.app, async () => {
      expect((await endLink(who, link)).status).toBe(204);
      expect(await gatewaysSeenBy(dealer)).toEqual([]);
      for (const place of ['', '/history', '/state', '/readings'])
        expect((await dealer.call('GET', `${dealer.path}/devices/${devices[0]!.id}${place}`)).status).toBe(404);
      expect(codeOf(await endLink(other, link))).toBe('maintenance-links/link-over');
    });
    expect(events).toEqual(['maintenance-links.ended']);
    await mailed(server, other.mail, '保守紐付けを終了しました');
    expect((await readLink(dealer, link)).body).toMatchObject({ state: `ended-by-${side}`, devices: [] });
    expect((await readLink(owner, link)).body).toMatchObject({ devices: [{ linked: false }] });
    expect((await linkDealer(owner, dealer, { devices })).status).toBe(201);
  });

  test('a third party sees, changes and ends nothing', async () => {
    const { link, devices } = await newLink(server);
    const answers = [];
    for (const third of [await newDealer(server), await newGatewayOwner(server)]) {
      answers.push(await readLink(third, link), await endLink(third, link));
      answers.push(await change(third, link, { configure: true, until: '' }, '"x"'));
      expect((await linksOf(third, `?text=${devices[0]!.serial}`)).total).toBe(0);
    }
    expect(answers.map(codeOf)).toEqual(Array(6).fill('platform/not-found'));
  });
});

test('E-04 links are found by name and serial number, sorted, paged and written into a file', async () => {
  const owner = await newGatewayOwner(server, '見本マンション');
  const dealers = [
    await newDealer(server, 'ＡＢＣ電設'),
    await newDealer(server, 'でんき屋'),
    await newDealer(server, 'abd'),
  ];
  const devices = await newGateways(server, owner, 3);
  const ids: string[] = [];
  for (const [at, dealer] of dealers.entries()) {
    const until = ['2027-01-31', '', '2026-12-31'][at] ?? '';
    ids.push(String((await linkDealer(owner, dealer, { devices: [devices[at]!], until })).body.id));
    server.clock.move(1_000);
  }
  await endLink(owner, ids[2]);
  const names = async (query: string) =>
    (await linksOf(owner, query)).items.map(({ other }) => (other as { name: string }).name);
  expect(await names('?text=abc')).toEqual(['ＡＢＣ電設']);
  expect(await names(`?text=${devices[1]!.serial.toLowerCase()}`)).toEqual(['でんき屋']);
  expect(await names('?sort=name')).toEqual(['ＡＢＣ電設', 'abd', 'でんき屋']);
  expect(await names('?sort=untilOn')).toEqual(['abd', 'ＡＢＣ電設', 'でんき屋']);
  expect(await names('?sort=-untilOn')).toEqual(['ＡＢＣ電設', 'abd', 'でんき屋']);
  expect(await names('?state=running&sort=begunAt')).toEqual(['ＡＢＣ電設', 'でんき屋']);
  expect(await names('?state=over')).toEqual(['abd']);
  expect(await names('?side=dealer')).toEqual([]);
  expect(await linksOf(owner, '?pageSize=10&page=2')).toMatchObject({ total: 3, items: [] });
  const file = await owner.call('GET', `${owner.path}/exports/maintenance-links?format=csv&sort=name`);
  const [heading, first] = file.text.replace('\u{FEFF}', '').split('\r\n');
  expect(heading).toBe('販売店,お客様,対象,できること,紐付け日時,最終日,状態,終了日時');
  expect(first).toContain(`ＡＢＣ電設,見本マンション,${devices[0]!.serial},閲覧,`);
  expect(
    (await dealers[2]!.call('GET', `${dealers[2]!.path}/exports/maintenance-links?format=csv`)).text,
  ).not.toContain(devices[2]!.serial);
});
