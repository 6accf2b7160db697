import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { flows, type Flow } from '../../domain/power-flow/flows.ts';
import { newCustomer, register } from '../../tools/test/devices.ts';
import {
  basicOf,
  bootGateways,
  claimCode,
  gatewaySite,
  telemetry,
  type TestGateway,
} from '../../tools/test/gateways.ts';
import { watchLive } from '../../tools/test/live.ts';
import { newColleague, newOrganization, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { daysMs, hoursMs, minutesMs } from '../kernel/clock.ts';
import { insideId, newId } from '../kernel/ids.ts';
import { rollUpSome } from '../readings/roll-up.ts';
import type { History } from './history.ts';
import type { PictureNow } from './now.ts';

let server: TestServer;
let owner: Colleague;
let gateway: TestGateway;
/** Noon of a Saturday in Japan. */
const noon = new Date('2026-11-21T03:00:00Z');

beforeAll(async () => {
  server = await startTestServer({ startAt: noon });
  owner = await newCustomer(server, '見本家', gatewaySite);
});
afterAll(() => server.close());
beforeEach(async () => {
  gateway = await ownGateway();
});

async function ownGateway(values = {}, who = owner): Promise<TestGateway> {
  const [made] = await bootGateways(server, 1);
  if (!made) throw new Error('no gateway');
  const registered = await register(who, made.factory.serial, values, { claimCode });
  if (registered.status !== 201) throw new Error(registered.text);
  // It has been theirs for long.
  await sql`update device_registrations set from_at = ${new Date('2026-01-01T00:00:00Z')} where device_id = ${insideId(made.credential.device)}`.execute(
    server.app.db,
  );
  return made;
}

async function report(of: TestGateway, samples: readonly [Date | number, object][]): Promise<void> {
  for (let at = 0; at < samples.length; at += 250) {
    const messages = samples.slice(at, at + 250).map(([time, values]) => telemetry(Number(time), values));
    const answer = await fetch(`${server.url}/api/${gatewaySite}/device-messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: basicOf(of) },
      body: JSON.stringify({ messages }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
}
const pathOf = (who: Colleague, of: TestGateway) => `${who.path}/devices/${of.credential.device}/power-flow`;
async function picture(of = gateway, who = owner): Promise<PictureNow> {
  return (await who.call('GET', pathOf(who, of))).body as unknown as PictureNow;
}
async function history(kind: string, at: string, of = gateway, who = owner): Promise<History> {
  const { status, body, text } = await who.call('GET', `${pathOf(who, of)}/history?kind=${kind}&at=${at}`);
  if (status !== 200) throw new Error(text);
  return body as unknown as History;
}
const flow = (values: readonly (number | null)[] | undefined, name: Flow) => values?.[flows.indexOf(name)];
async function rollUp(): Promise<void> {
  while ((await rollUpSome(server.app, siteOf(server, gatewaySite), server.clock.now())) > 0);
}

const busy = {
  instantaneousElectricPowerGeneration: 9_100,
  powerBought: 8_700,
  powerConsumed: 11_200,
  powerSold: 6_600,
  instantaneousChargingAndDischargingElectricPower: 0,
  remainingCapacity3: 100,
  workingOperationStatus: 'charging',
};

describe('E-06 the picture', () => {
  test('shows what was measured, never made to fit: 9.1 and 8.7 in, 11.2 and 6.6 out, “charging” at no power', async () => {
    const now = server.clock.now().getTime();
    await report(gateway, [
      [now - 30_000, { ...busy, powerSold: 6_500 }],
      [now, { ...busy, powerSold: 6_700 }],
    ]);
    const shown = await picture();
    expect(shown.meters.map(({ name, watts }) => [name, watts])).toEqual([
      ['solar', 9_100],
      ['consumed', 11_200],
      ['bought', 8_700],
      ['sold', 6_600],
    ]);
    expect(shown.stores).toMatchObject([
      { name: 'battery', watts: 0, chargePercent: 100, state: 'charging' },
      { name: 'ev', watts: null, chargePercent: null, state: null },
    ]);
    expect(shown).toMatchObject({
      at: new Date(now).toISOString(),
      trouble: null,
      ended: false,
      timeZone: 'Asia/Tokyo',
    });
  });

  test('before the first report it shows nothing, and before the first of a day no energy, not zero', async () => {
    expect(await picture()).toMatchObject({ at: null, meters: [{ todayWh: null }, {}, {}, {}] });
    await report(gateway, [[noon.getTime() - daysMs, { ...busy, energyBought: 5_000 }]]);
    const shown = await picture();
    expect(shown.meters.map(({ todayWh }) => todayWh)).toEqual([null, null, null, null]);
    expect(shown.at).toBe('2026-11-20T03:00:00.000Z');
  });

  test('today’s energy is what the gateway counted since its midnight, else what its power sums up to', async () => {
    const midnight = new Date('2026-11-20T15:00:00Z').getTime();
    const counted = (at: number, energyBought: number): [number, object] => [at, { powerBought: 1, energyBought }];
    await report(gateway, [
      counted(midnight - 20 * minutesMs, 100),
      counted(midnight - minutesMs, 200),
      counted(midnight + 8 * hoursMs, 1_100),
      counted(midnight + 9 * hoursMs, 1_500),
      ...Array.from({ length: 60 }, (_, at): [number, object] => [
        midnight + hoursMs + at * minutesMs,
        { instantaneousChargingAndDischargingElectricPower: at < 30 ? 2_000 : -1_000 },
      ]),
    ]);
    const shown = await picture();
    expect(shown.meters.find(({ name }) => name === 'bought')?.todayWh).toBe(1_300);
    const battery = shown.stores.find(({ name }) => name === 'battery');
    expect([battery?.chargedTodayWh, battery?.dischargedTodayWh]).toEqual([1_000, 500]);
    const abroad = await ownGateway({ timeZone: 'Asia/Bangkok' });
    await report(abroad, [
      counted(midnight + hoursMs, 100),
      counted(midnight + 3 * hoursMs, 150),
      counted(noon.getTime(), 170),
    ]);
    const there = await picture(abroad);
    expect([there.timeZone, there.meters[2]?.todayWh]).toEqual(['Asia/Bangkok', 20]);
  });

  test('comes by itself with each report, and an alarm says how bad it is', async () => {
    const watcher = await watchLive(server, owner, gatewaySite, [`power-flow/${gateway.credential.device}`]);
    expect((await watcher.until('shown')).data).toMatchObject({ at: null });
    await report(gateway, [[server.clock.now(), busy]]);
    await expect
      .poll(async () => (await watcher.until('shown')).data)
      .toMatchObject({ meters: [{ watts: 9_100 }, {}, {}, {}] });
    watcher.leave();
  });

  test('nobody else sees it, and a model without flows has none', async () => {
    const stranger = await newCustomer(server, '他家', gatewaySite);
    const theirs = await stranger.call('GET', pathOf(stranger, gateway));
    const nobodys = await stranger.call('GET', `${stranger.path}/devices/dev_${newId()}/power-flow`);
    expect([theirs.status, nobodys.status]).toEqual([404, 404]);
    expect((await stranger.call('GET', `${pathOf(stranger, gateway)}/history?kind=day&at=2026-11-21`)).status).toBe(
      404,
    );
    expect((await owner.call('GET', `${pathOf(owner, gateway)}/history?kind=day&at=2026-11-31`)).status).toBe(400);
    const file = `exports/power-flow?device=${gateway.credential.device}&kind=day&at=2026-11-21`;
    expect((await stranger.call('GET', `${stranger.path}/${file}`)).status).toBe(404);
  });
});

/** A house that uses 600 W all day, with the sun giving 1,200 W from nine to three; every five minutes, counters and all. */
function minutesOf(from: Date, hours: number, skip: (hour: number) => boolean = () => false): [number, object][] {
  const samples: [number, object][] = [];
  for (let minute = 0; minute < hours * 60; minute += 5) {
    const at = from.getTime() + minute * minutesMs;
    const hour = ((at + 9 * hoursMs) % daysMs) / hoursMs;
    const sunny = hour >= 9 && hour < 15;
    if (skip(hour)) continue;
    samples.push([
      at,
      {
        instantaneousElectricPowerGeneration: sunny ? 1_200 : 0,
        powerConsumed: 600,
        powerBought: sunny ? 0 : 600,
        powerSold: sunny ? 600 : 0,
        // Counts in steps of 10 Wh a minute since long ago.
        energyConsumed: 10 * Math.round((at - Date.UTC(2026, 9, 1)) / minutesMs),
      },
    ]);
  }
  return samples;
}

describe('E-07 the history', () => {
  const yesterday = new Date('2026-11-19T15:00:00Z');
  const whole = { solar: 7_200, consumed: 14_350, bought: 10_800, sold: 3_600 };

  test('a day is the same before and after it is rolled up; late data correct it, and gaps are gaps', async () => {
    await report(
      gateway,
      minutesOf(yesterday, 24, (hour) => hour >= 11 && hour < 15),
    );
    const gappy = await history('day', '2026-11-20');
    expect([gappy.curve.length, flow(gappy.wh, 'solar'), flow(gappy.wh, 'consumed')]).toEqual([240, 2_320, 14_350]);
    expect(gappy.missing).toBeCloseTo(1 / 6, 1);
    expect(gappy.rates).toEqual({ selfConsumption: null, selfSufficiency: null });
    await rollUp();
    expect({ ...(await history('day', '2026-11-20')), firstDay: '' }).toEqual({ ...gappy, firstDay: '' });
    await report(gateway, minutesOf(new Date(yesterday.getTime() + 11 * hoursMs), 4));
    await rollUp();
    const full = await history('day', '2026-11-20');
    expect([full.curve.length, full.missing]).toEqual([288, 0]);
    expect(full.curve[0]).toEqual({ at: yesterday.toISOString(), watts: [0, 600, 600, 0, null, null, null, null] });
    for (const [name, wh] of Object.entries(whole)) expect(flow(full.wh, name as Flow)).toBe(wh);
    expect(full.rates.selfConsumption).toBeCloseTo(0.5);
    expect(full.rates.selfSufficiency).toBeCloseTo(0.25);
    expect([full.firstDay, full.today, full.flows.includes('evCharged')]).toEqual(['2026-11-20', '2026-11-21', true]);
  });

  test('months and years add up their days, today as far as it is; the file has the same lines', async () => {
    await report(gateway, minutesOf(new Date('2026-10-30T15:00:00Z'), 24));
    await report(gateway, minutesOf(yesterday, 36));
    await rollUp();
    const month = await history('month', '2026-11');
    expect(month.bars).toHaveLength(30);
    const consumed = (at: string) => flow(month.bars.find((bar) => bar.at === at)?.wh, 'consumed');
    expect([consumed('2026-11-19'), consumed('2026-11-20'), consumed('2026-11-21')]).toEqual([null, 14_350, 7_200]);
    expect(flow(month.wh, 'consumed')).toBe(21_550);
    expect(month.missing).toBeGreaterThan(0.9);
    const year = await history('year', '2026');
    expect(year.bars.map(({ wh }) => flow(wh, 'consumed'))).toEqual([...Array(9).fill(null), 14_350, 21_550, null]);
    const { text } = await owner.call(
      'GET',
      `${owner.path}/exports/power-flow?device=${gateway.credential.device}&kind=month&at=2026-11`,
    );
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(31);
    expect(lines[20]).toBe('"2026-11-20",7200,14350,10800,3600,,,,');
    expect(lines[19]).toBe('"2026-11-19",,,,,,,,');
    const day = await owner.call(
      'GET',
      `${owner.path}/exports/power-flow?device=${gateway.credential.device}&kind=day&at=2026-11-20`,
    );
    expect(day.text.split('\r\n')[1]).toMatch(/^2026-11-20 00:00,0,600,600,0,/);
  });

  test('P-31 each owner sees the days of their own span, the day of the hand-over in two parts', async () => {
    const next = await newColleague(server, await newOrganization(server, 'customer', '次の家', gatewaySite), 'owner', {
      siteId: gatewaySite,
    });
    const cut = new Date(yesterday.getTime() + 12 * hoursMs);
    await report(gateway, minutesOf(yesterday, 24));
    const device = insideId(gateway.credential.device);
    await sql`update device_registrations set until_at = ${cut} where device_id = ${device}`.execute(server.app.db);
    await sql`insert into device_registrations (site_id, id, device_id, organization_id, from_at, cause, serial, model, type, changed_at)
      values (${gatewaySite}, ${newId()}, ${device}, ${insideId(next.organization)}, ${cut}, 'transferred',
        ${gateway.factory.serial}, ${gateway.factory.model}, 'gateway', ${cut})`.execute(server.app.db);
    for (const rolled of [false, true]) {
      if (rolled) await rollUp();
      const [before, after] = [await history('day', '2026-11-20'), await history('day', '2026-11-20', gateway, next)];
      expect([before.curve.length, after.curve.length]).toEqual([144, 144]);
      expect([flow(before.wh, 'bought'), flow(after.wh, 'bought')]).toEqual([5_400, 5_400]);
      expect([before.missing, after.missing]).toEqual([0, 0]);
    }
    expect([(await picture()).ended, (await picture(gateway, next)).ended]).toEqual([true, false]);
  });

  test('P-34 days are cut where the gateway stands', async () => {
    const abroad = await ownGateway({ timeZone: 'Asia/Bangkok' });
    const start = new Date('2026-11-18T17:00:00Z');
    await report(abroad, minutesOf(start, 24));
    await rollUp();
    const day = await history('day', '2026-11-19', abroad);
    expect([day.from, day.until, day.curve.length]).toEqual([start.toISOString(), '2026-11-19T17:00:00.000Z', 288]);
    const month = await history('month', '2026-11', abroad);
    expect(month.bars.filter(({ wh }) => flow(wh, 'bought') !== null).map(({ at }) => at)).toEqual(['2026-11-19']);
  });
});
