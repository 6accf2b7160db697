import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audited } from '../../../tools/test/audit.ts';
import { register } from '../../../tools/test/devices.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { codeOf, newColleague, type Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import {
  mailed,
  newOf,
  offerDevice,
  readTransfer,
  registeredDevice,
  reportEnd,
  spansOf,
  stateOfDevice,
  upsSite,
} from '../../../tools/test/transfers.ts';

let server: TestServer;
let operator: Colleague;
let claimer: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  operator = await newOf(server, 'maker');
  claimer = await newOf(server, 'customer', '見本工業');
});
afterAll(() => server.close());

const typed = { reason: '別のお客様の機器でした', evidence: '納品書1234、銘板の写真' };
const release = (by: Colleague, device: string, body: Record<string, unknown> = typed) =>
  by.call('POST', `${by.path}/devices/${device}/wrong-claim`, body);

describe('P-26 a device that the wrong organization registered', () => {
  test('is taken from it at once, with reason and evidence in the log; its rightful owner registers it', async () => {
    const { id: device, serial } = await registeredDevice(server, claimer);
    const { id: offer } = (await offerDevice(claimer, device, 'x@example.jp')).body;
    expect((await stateOfDevice(operator, device)).body.may).toContain('wrong-claim');
    const events = await eventsCausedBy(server.app, async () => {
      expect((await release(operator, device)).status).toBe(204);
    });
    expect(events.filter((one) => one.startsWith('devices.'))).toEqual(['devices.claim-released']);
    expect((await readTransfer(claimer, offer)).body.state).toBe('overtaken');
    expect((await stateOfDevice(claimer, device)).status).toBe(404);
    const mail = await mailed(server, claimer.mail, typed.reason);
    expect(mail.text).not.toContain(typed.evidence);
    const owner = await newOf(server, 'customer', '見本商事');
    expect((await register(owner, serial)).status).toBe(201);
    expect((await spansOf(server, device)).length).toBe(2);
    await audited(server);
    const log = await operator.call('GET', `${operator.path}/audit?object=${device}&kind=devices.claim-released`);
    expect(log.body.items).toMatchObject([
      {
        by: { user: { id: operator.id } },
        facts: [
          { field: 'reason', after: typed.reason },
          { field: 'evidence', after: typed.evidence },
        ],
      },
    ]);
    const own = await claimer.call('GET', `${claimer.path}/audit?kind=devices.claim-released`);
    expect(own.body.items).toMatchObject([{ facts: [{ field: 'reason', after: typed.reason }] }]);
    const [entry] = own.body.items as { id: string }[];
    const shown = await claimer.call('GET', `${claimer.path}/audit/${entry?.id}`);
    expect(shown.text).toContain(typed.reason);
    expect(shown.text).not.toContain(typed.evidence);
    const feed = await claimer.call('GET', `${claimer.path}/events?types=devices.claim-released`);
    expect(feed.body.items).toMatchObject([{ type: 'devices.claim-released', device }]);
    expect(feed.text).not.toContain(typed.reason);
  });

  test('asked for twice it is gone once; a report of its end of use is closed with it', async () => {
    const { id: device } = await registeredDevice(server, claimer);
    expect((await reportEnd(claimer, device, '2026-11-19')).status).toBe(201);
    const answers = await Promise.all([release(operator, device), release(operator, device)]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['204', '404']);
    const open = await operator.call('GET', `${operator.path}/end-reports?pageSize=100`);
    expect((open.body.items as { device: string }[]).filter((one) => one.device === device)).toEqual([]);
  });

  test('not without a reason and evidence, not of one out of use, and by operators of its site alone', async () => {
    const { id: device } = await registeredDevice(server, claimer);
    const silent = await release(operator, device, { reason: ' ', evidence: 'あ'.repeat(201) });
    expect(silent.body.errors).toMatchObject([
      { pointer: '/reason', code: 'identifiers/required' },
      { pointer: '/evidence', code: 'identifiers/text-long' },
    ]);
    const helper = await newColleague(server, operator.organization, 'member', { siteId: upsSite });
    for (const someone of [claimer, helper])
      expect(codeOf(await release(someone, device))).toBe('platform/not-permitted');
    const elsewhere = await newOf(server, 'maker', '見本電機', 'energy');
    expect((await release(elsewhere, device)).status).toBe(404);
    const end = { endedOn: '2026-11-18', reason: '回収した' };
    expect((await operator.call('POST', `${operator.path}/devices/${device}/end`, end)).status).toBe(204);
    expect(codeOf(await release(operator, device))).toBe('devices/device-ended');
    await audited(server);
    const log = await operator.call('GET', `${operator.path}/audit?object=${device}&kind=devices.ended`);
    const [ended] = log.body.items as { facts: { field: string; after: string }[] }[];
    expect(ended?.facts.find(({ field }) => field === 'reason')?.after).toBe('回収した');
  });
});
