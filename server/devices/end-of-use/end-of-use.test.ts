import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { register } from '../../../tools/test/devices.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { codeOf, type Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import {
  acceptTransfer,
  mailed,
  newOf,
  offerDevice,
  orderTransfer,
  readTransfer,
  registeredDevice,
  replaceDevice,
  reportEnd,
  spansOf,
  stateOfDevice,
} from '../../../tools/test/transfers.ts';
import { insideId } from '../../kernel/ids.ts';

let server: TestServer;
let operator: Colleague;
let owner: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  operator = await newOf(server, 'maker');
  owner = await newOf(server, 'customer', '見本工業');
});
afterAll(() => server.close());

const withdraw = (by: Colleague, device: string) => by.call('DELETE', `${by.path}/devices/${device}/end-report`);
const decide = (by: Colleague, report: unknown, decision: string, answer = '') =>
  by.call('POST', `${by.path}/end-reports/${String(report)}/decision`, { decision, answer });
const release = (by: Colleague, device: string, reason = '再整備のため') =>
  by.call('POST', `${by.path}/devices/${device}/release`, { reason });
const reports = async (by: Colleague, state = 'undecided') =>
  (await by.call('GET', `${by.path}/end-reports?state=${state}&pageSize=100`)).body.items as Record<string, unknown>[];

describe('U-06 end of use', () => {
  test('is reported with day and reason, set by an operator, mailed; the device stays, and passes to nobody', async () => {
    const { id: device, serial } = await registeredDevice(server, owner);
    let report: unknown;
    const events = await eventsCausedBy(server.app, async () => {
      const answer = await reportEnd(owner, device, '2026-11-19', '停電対策の見直し');
      expect(answer.status).toBe(201);
      report = answer.body.id;
      expect((await stateOfDevice(owner, device)).body).toMatchObject({
        endReport: { id: report, endedOn: '2026-11-19', reason: '停電対策の見直し' },
        endedOn: null,
        may: [],
      });
      expect(codeOf(await reportEnd(owner, device, '2026-11-19'))).toBe('devices/end-reported');
      expect(codeOf(await offerDevice(owner, device, 'x@example.jp'))).toBe('devices/end-reported');
      expect((await reports(operator))[0]).toMatchObject({
        id: report,
        serial,
        organization: '見本工業',
        decision: null,
      });
      expect((await decide(owner, report, 'set')).status).toBe(403);
      expect((await decide(operator, report, 'set')).status).toBe(204);
    });
    expect(events).toEqual(['devices.end-reported', 'devices.ended']);
    const state = (await stateOfDevice(owner, device)).body;
    expect(state).toMatchObject({ endReport: null, endedOn: '2026-11-19', may: [] });
    expect((await stateOfDevice(operator, device)).body.may).toEqual(['release']);
    await mailed(server, operator.mail, '理由: 停電対策の見直し');
    await mailed(server, owner.mail, '使用終了を設定しました');
    const refused = [
      await offerDevice(owner, device, 'x@example.jp'),
      await orderTransfer(operator, device, 'x@example.jp'),
      await reportEnd(owner, device, '2026-11-19'),
      await replaceDevice(operator, device, serial),
    ];
    expect(refused.map(codeOf).slice(0, 3)).toEqual(Array(3).fill('devices/device-ended'));
    const other = await newOf(server, 'customer');
    expect(codeOf(await register(other, serial))).toBe('devices/registration-refused');
    expect(codeOf(await decide(operator, report, 'declined', '理由'))).toBe('devices/end-request-over');
  });

  test('is declined with a reason that the customer is mailed, or taken back; both may be reported again', async () => {
    const { id: device } = await registeredDevice(server, owner);
    const { id } = (await reportEnd(owner, device, '2026-11-20')).body;
    const silent = await decide(operator, id, 'declined', ' ');
    expect(silent.body.errors).toMatchObject([{ pointer: '/answer', code: 'identifiers/required' }]);
    expect((await decide(operator, id, 'declined', '保守契約が残っています')).status).toBe(204);
    await mailed(server, owner.mail, '保守契約が残っています');
    expect((await reports(owner, 'all')).find((one) => one.id === id)).toMatchObject({
      decision: 'declined',
      answer: '保守契約が残っています',
    });
    expect((await reportEnd(owner, device, '2026-11-20')).status).toBe(201);
    expect((await withdraw(owner, device)).status).toBe(204);
    expect(codeOf(await withdraw(owner, device))).toBe('devices/end-request-over');
    expect((await stateOfDevice(owner, device)).body).toMatchObject({ endReport: null, may: ['offer', 'report-end'] });
  });

  test.each([
    ['', '廃棄', '/endedOn', 'identifiers/required'],
    ['2026-11-21', '廃棄', '/endedOn', 'devices/ended-in-future'],
    ['2026-10-14', '廃棄', '/endedOn', 'devices/ended-before-purchase'],
    ['昨日', '廃棄', '/endedOn', 'devices/day'],
    ['2026-11-20', ' ', '/reason', 'identifiers/required'],
    ['2026-11-20', 'あ'.repeat(201), '/reason', 'identifiers/text-long'],
  ])('the day %j with the reason %j is refused at its field', async (day, reason, pointer, code) => {
    const { id } = await registeredDevice(server, owner);
    expect((await reportEnd(owner, id, day, reason)).body.errors).toMatchObject([{ pointer, code }]);
    expect((await stateOfDevice(owner, id)).body.endReport).toBeNull();
  });

  test('an operator sets it without a report, which ends a hand-over; freed, it leaves and may be registered again', async () => {
    const { id: device, serial } = await registeredDevice(server, owner);
    const other = await newOf(server, 'customer');
    const { id: offer } = (await offerDevice(owner, device, other.mail)).body;
    expect(codeOf(await release(operator, device))).toBe('devices/not-ended');
    const end = { endedOn: '2026-11-18', reason: '回収した' };
    expect((await operator.call('POST', `${operator.path}/devices/${device}/end`, end)).status).toBe(204);
    expect((await readTransfer(owner, offer)).body.state).toBe('overtaken');
    expect(codeOf(await acceptTransfer(other, offer))).toBe('platform/not-found');
    expect((await reports(operator)).filter((one) => one.device === device)).toEqual([]);
    expect((await release(owner, device)).status).toBe(403);
    expect((await release(operator, device)).status).toBe(204);
    await mailed(server, owner.mail, '一覧から外れました');
    expect((await stateOfDevice(owner, device)).status).toBe(404);
    expect((await register(other, serial)).status).toBe(201);
    expect(
      (await spansOf(server, device)).map(({ ended_on, released_at }) => [ended_on, released_at !== null]),
    ).toEqual([
      ['2026-11-18', true],
      [null, false],
    ]);
  });

  test('of another organization it reads like none', async () => {
    const { id: device } = await registeredDevice(server, owner);
    const { id } = (await reportEnd(owner, device, '2026-11-20')).body;
    const other = await newOf(server, 'customer');
    const answers = [await reportEnd(other, device, '2026-11-20'), await withdraw(other, device)];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(await reports(other, 'all')).toEqual([]);
    expect((await decide(other, id, 'set')).status).toBe(403);
  });

  test('set while it is taken over, or set and declined at once: exactly one wins', async () => {
    const other = await newOf(server, 'customer');
    for (let round = 0; round < 10; round += 1) {
      const { id: device } = await registeredDevice(server, owner);
      const { id: offer } = (await offerDevice(owner, device, other.mail)).body;
      const end = { endedOn: '2026-11-18', reason: '回収した' };
      const answers = await Promise.all([
        acceptTransfer(other, offer),
        operator.call('POST', `${operator.path}/devices/${device}/end`, end),
      ]);
      const ended = (await spansOf(server, device)).filter(({ ended_on }) => ended_on !== null);
      // The end may come after the hand-over, at the new owner; a hand-over never comes after the end.
      expect(answers[1].status).toBe(204);
      expect(ended).toHaveLength(1);
      expect(ended[0]?.organization_id).toBe(insideId((answers[0].status === 200 ? other : owner).organization));
    }
    const { id: device } = await registeredDevice(server, owner);
    const { id } = (await reportEnd(owner, device, '2026-11-20')).body;
    const both = await Promise.all([decide(operator, id, 'set'), decide(operator, id, 'declined', '確認中')]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
  });
});
