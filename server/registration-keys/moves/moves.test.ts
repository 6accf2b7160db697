import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatDeviceId } from '../../../domain/identifiers/device-id.ts';
import { reasonCharactersMax } from '../../../domain/identifiers/reason.ts';
import { slotsMax } from '../../../domain/registration-keys/layout.ts';
import { newCompany, newOperator, type Member } from '../../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex, type TestKey } from '../../../tools/test/activation-keys.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';

let server: TestServer;
let operator: Member;
let company: Member;
let other: Member;

beforeAll(async () => {
  server = await startTestServer();
  operator = await newOperator(server);
  company = await newCompany(server);
  other = await newCompany(server);
});
afterAll(() => server.close());

const shown = (deviceId: string) => formatDeviceId(deviceId, 'hex16');
const reason = '機器の交換のため';

async function issue(member: Member, deviceId: string, keys: TestKey[]) {
  const body = { category: 'conference-unit', deviceId, activationKeys: keys };
  return member.create(`${member.path}/registration-keys`, body);
}

function move(key: TestKey, from: string, to: string, why = reason, by = operator) {
  return by.create(`${by.path}/activation-keys/${key.number}/moves`, { from, to, reason: why });
}

async function used(): Promise<{ key: TestKey; from: string; registrationKey: string }> {
  const [key] = await giveActivationKeys(server, 1);
  const from = randomHex(16);
  const answer = await issue(company, from, [key!]);
  const [issued] = answer.body.keys as { registrationKey: string }[];
  return { key: key!, from, registrationKey: issued!.registrationKey };
}

test('K-04 an operator moves a key: the old row stays, marked, and the dealer sees both', async () => {
  const { key, from, registrationKey } = await used();
  await issue(other, from, [key]);
  const to = randomHex(16);
  server.clock.move(1_000);
  const events = await eventsCausedBy(server.app, async () => {
    const moved = await move(key, from, to);
    expect(moved).toMatchObject({ status: 201, body: { from: shown(from), to: shown(to) } });
    expect(moved.body.registrationKey).not.toBe(registrationKey);
  });
  expect(events).toEqual(['registration-keys.moved']);
  const listed = await company.call('GET', `${company.path}/registration-keys?activationKey=${key.number}`);
  expect(listed.body.items).toEqual([
    expect.objectContaining({ deviceId: shown(to), movedFrom: shown(from), movedTo: null }),
    expect.objectContaining({ deviceId: shown(from), movedFrom: null, movedTo: shown(to), registrationKey }),
  ]);
  const again = await issue(company, to, [key]);
  expect(again.body.keys).toEqual([expect.objectContaining({ state: 'issued-before' })]);
  const back = await issue(company, from, [key]);
  expect(back.body.errors).toEqual([
    expect.objectContaining({ code: 'registration-keys/bound-to-own-device', params: { deviceId: shown(to) } }),
  ]);
  const about = () => server.mail.mails.filter((one) => one.text.includes(shown(to)));
  await server.mail.waitFor(() => about().length === 2);
  expect(new Set(about().map((one) => one.to)).size).toBe(2);
  for (const { text } of about())
    for (const part of [reason, shown(from), key.number.slice(0, 4)]) expect(text).toContain(part);
  const read = await operator.call('GET', `${operator.path}/activation-keys/${key.number}`);
  expect(read.body.devices).toEqual([
    expect.objectContaining({ deviceId: shown(to), until: null }),
    expect.objectContaining({ deviceId: shown(from), until: expect.any(String) }),
  ]);
});

test('K-04 of two operators who move one key at once, one wins and the other is told', async () => {
  const { key, from } = await used();
  const second = await newOperator(server);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      move(key, from, randomHex(16), reason, index % 2 === 0 ? operator : second),
    ),
  );
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
  expect(new Set(answers.filter((answer) => answer.status !== 201).map((answer) => answer.body.type))).toEqual(
    new Set(['/problems/registration-keys/moved-meanwhile']),
  );
});

test('K-04 a move takes the next slot of the new device, and is refused where all are taken', async () => {
  const keys = await giveActivationKeys(server, slotsMax);
  const full = randomHex(16);
  await issue(company, full, keys.slice(0, 8));
  await issue(company, full, keys.slice(8));
  const { key, from } = await used();
  expect(await move(key, from, full)).toMatchObject({
    status: 422,
    body: { errors: [expect.objectContaining({ code: 'registration-keys/slots-used-up' })] },
  });
  const [one] = await giveActivationKeys(server, 1);
  const busy = randomHex(16);
  await issue(company, busy, [one!]);
  expect((await move(key, from, busy)).status).toBe(201);
});

test.each([
  ['the same device', (from: string) => [from, from, reason], 'registration-keys/same-device'],
  ['no reason', (from: string) => [from, randomHex(16), '  '], 'identifiers/required'],
  [
    'a reason that is too long',
    (from: string) => [from, randomHex(16), 'あ'.repeat(reasonCharactersMax + 1)],
    'identifiers/text-long',
  ],
  ['a device ID that is cut off', (from: string) => [from, '0123', reason], 'identifiers/hex-length'],
] as const)('K-04 a move with %s is refused and changes nothing', async (_, wish, code) => {
  const { key, from } = await used();
  const [old, to, why] = wish(from);
  const refused = await move(key, old!, to!, why);
  expect(refused).toMatchObject({ status: 422, body: { errors: [expect.objectContaining({ code })] } });
  expect((await issue(company, from, [key])).body.keys).toEqual([expect.objectContaining({ state: 'issued-before' })]);
});

test('K-04 a key that is not there is 404, one that is not used yet is told so, a dealer may not', async () => {
  const nowhere = { number: randomHex(16), registrationId: '' };
  expect((await move(nowhere, randomHex(16), randomHex(16))).status).toBe(404);
  const [unused] = await giveActivationKeys(server, 1);
  expect(await move(unused!, randomHex(16), randomHex(16))).toMatchObject({
    status: 409,
    body: { type: '/problems/registration-keys/not-bound' },
  });
  const { key, from } = await used();
  expect((await move(key, from, randomHex(16), reason, company)).status).toBe(403);
});
