import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCompany, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex, type TestKey } from '../../tools/test/activation-keys.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { KeyUnavailable } from '../kernel/key-provider.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';

let server: TestServer;
let company: Member;
let other: Member;

beforeAll(async () => {
  server = await startTestServer();
  company = await newCompany(server);
  other = await newCompany(server);
});
afterAll(() => server.close());

type Issued = {
  registrationKey: string;
  state: string;
  firstIssuedAt: string;
  activationKey: string;
  productNumber: string;
  purpose: string;
};

function ask(deviceId: string, activationKeys: TestKey[], category = 'conference-unit') {
  return { category, deviceId, activationKeys };
}

async function issue(member: Member, deviceId: string, keys: TestKey[]) {
  const answer = await member.create(`${member.path}/registration-keys`, ask(deviceId, keys));
  return {
    status: answer.status,
    keys: (answer.body.keys ?? []) as Issued[],
    errors: (answer.body.errors ?? []) as { pointer: string; code: string; params?: object }[],
  };
}

describe('K-04 the rule', () => {
  test('K-04 the same pair gives the same key, marked as issued before with its first date', async () => {
    const [key] = await giveActivationKeys(server, 1);
    const device = randomHex(16);
    const first = await issue(company, device, [key!]);
    server.clock.move(1_000);
    const again = await issue(company, device, [key!]);
    expect(first.status).toBe(201);
    expect(first.keys[0]).toMatchObject({ state: 'new' });
    expect(again.keys[0]).toMatchObject({
      state: 'issued-before',
      registrationKey: first.keys[0]?.registrationKey,
      firstIssuedAt: first.keys[0]?.firstIssuedAt,
    });
  });

  test('K-04 another device ID is refused; which one it serves is told only to the organization that issued it', async () => {
    const [key] = await giveActivationKeys(server, 1);
    const device = randomHex(16);
    await issue(company, device, [key!]);
    const own = await issue(company, randomHex(16), [key!]);
    const foreign = await issue(other, randomHex(16), [key!]);
    expect(own).toMatchObject({
      status: 422,
      errors: [{ pointer: '/activationKeys/0/number', code: 'registration-keys/bound-to-own-device' }],
    });
    expect(foreign).toMatchObject({
      status: 422,
      errors: [{ pointer: '/activationKeys/0/number', code: 'registration-keys/bound-to-other-device' }],
    });
    expect(JSON.stringify(foreign)).not.toContain(device.slice(0, 4) + '-');
  });

  test('K-04 another organization with number, ID and the same device gets the same key and nothing of the first', async () => {
    const [key] = await giveActivationKeys(server, 1);
    const device = randomHex(16);
    await company.call('PUT', `${company.path}/registration-keys/installations/${device}`, {
      lines: ['CANARY-LINE', ''],
    });
    const first = await issue(company, device, [key!]);
    const second = await issue(other, device, [key!]);
    expect(second.keys[0]).toMatchObject({ registrationKey: first.keys[0]?.registrationKey, state: 'issued-before' });
    const listed = await other.call('GET', `${other.path}/registration-keys?deviceId=${device}`);
    const loaded = await other.call('GET', `${other.path}/registration-keys/installations/${device}`);
    expect(listed.body.total).toBe(1);
    expect(listed.text + loaded.text + JSON.stringify(second)).not.toContain('CANARY-LINE');
    expect(loaded.body.lines).toBeNull();
  });

  test('K-04 unknown number and wrong registration ID read alike, and both are events', async () => {
    const [key] = await giveActivationKeys(server, 1);
    const device = randomHex(16);
    let wrongId, unknown;
    const events = await eventsCausedBy(server.app, async () => {
      wrongId = await issue(company, device, [{ number: key!.number, registrationId: randomHex(16) }]);
      unknown = await issue(company, device, [{ number: randomHex(16), registrationId: randomHex(16) }]);
    });
    expect(wrongId).toEqual(unknown);
    expect(wrongId).toMatchObject({ status: 422, errors: [{ code: 'registration-keys/unknown-activation-key' }] });
    expect(events).toEqual(['registration-keys.refused', 'registration-keys.refused']);
  });

  test('K-04 a batch is all or nothing: one wrong of eight stores none', async () => {
    const keys = await giveActivationKeys(server, 8);
    const device = randomHex(16);
    const refused = await issue(company, device, [
      ...keys.slice(0, 7),
      { number: keys[7]!.number, registrationId: randomHex(16) },
    ]);
    expect(refused.errors).toEqual([expect.objectContaining({ pointer: '/activationKeys/7/number' })]);
    const issued = await issue(company, device, keys);
    expect(issued.keys.map((one) => one.state)).toEqual(Array(8).fill('new'));
    expect(new Set(issued.keys.map((one) => one.registrationKey)).size).toBe(8);
  });

  test('K-04 many requests at once for one device get keys of different slots, without a gap', async () => {
    const keys = await giveActivationKeys(server, 12);
    const device = randomHex(16);
    const answers = await Promise.all(
      keys.map((key, index) => issue(index % 2 === 0 ? company : other, device, [key])),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(12).fill(201));
    const slots = answers.map((answer) => Number.parseInt(answer.keys[0]?.registrationKey[3] ?? '', 16));
    expect(slots.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('K-04 a refused request leaves no trace of its device', async () => {
    const device = randomHex(16);
    const refused = await issue(company, device, [{ number: randomHex(16), registrationId: randomHex(16) }]);
    expect(refused.status).toBe(422);
    const rows = await server.app.db.selectFrom('identifiers').select('id').where('value', '=', device).execute();
    expect(rows).toEqual([]);
  });

  test('K-04 after ten failures in an hour tries are slowed down, also for right keys, and open again later', async () => {
    const guesser = await newCompany(server);
    const [key] = await giveActivationKeys(server, 1);
    const guess = () => ({ number: randomHex(16), registrationId: randomHex(16) });
    await issue(guesser, randomHex(16), Array.from({ length: 8 }, guess));
    await issue(guesser, randomHex(16), [guess(), guess()]);
    const slowed = await guesser.create(`${guesser.path}/registration-keys`, ask(randomHex(16), [key!]));
    expect(slowed.status).toBe(429);
    expect(slowed.body.type).toBe('/problems/registration-keys/too-many-tries');
    expect(Number(slowed.headers.get('retry-after'))).toBe(60);
    server.clock.move(61_000);
    expect((await issue(guesser, randomHex(16), [key!])).status).toBe(201);
  });

  test('K-11 the seventeenth key of one feature for one device is refused', async () => {
    const keys = await giveActivationKeys(server, 17);
    const device = randomHex(16);
    await issue(company, device, keys.slice(0, 8));
    await issue(company, device, keys.slice(8, 16));
    const seventeenth = await issue(company, device, keys.slice(16));
    expect(seventeenth).toMatchObject({ status: 422, errors: [{ code: 'registration-keys/slots-used-up' }] });
  });
});

describe('K-03 what comes in', () => {
  test.each([
    ['a digit too few', { deviceId: '0123' }, '/deviceId', 'identifiers/hex-length'],
    ['a letter beyond F', { deviceId: '0123-4567-89AB-CDEG' }, '/deviceId', 'identifiers/hex-characters'],
    ['no device ID', { deviceId: '' }, '/deviceId', 'identifiers/required'],
    ['an unknown category', { category: 'nothing' }, '/category', 'registration-keys/category-unknown'],
    ['no category', { category: '' }, '/category', 'identifiers/required'],
    ['a category issued elsewhere', { category: 'mobile-app' }, '/category', 'registration-keys/not-issued-here'],
  ])('K-03 %s is told at its field', async (_, change, pointer, code) => {
    const [key] = await giveActivationKeys(server, 1);
    const answer = await company.call('POST', `${company.path}/registration-keys/review`, {
      ...ask(randomHex(16), [key!]),
      ...change,
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  test('K-03 the same number twice is refused at the second; a key of another category names the right one', async () => {
    const [key] = await giveActivationKeys(server, 1);
    const [live] = await giveActivationKeys(server, 1, { category: 'live-link', productNumber: 'EX-LIV1' });
    const twice = await company.call(
      'POST',
      `${company.path}/registration-keys/review`,
      ask(randomHex(16), [key!, key!]),
    );
    const wrong = await company.call('POST', `${company.path}/registration-keys/review`, ask(randomHex(16), [live!]));
    expect(twice.body.errors).toEqual([
      expect.objectContaining({ pointer: '/activationKeys/1/number', code: 'registration-keys/repeated-number' }),
    ]);
    expect(wrong.body.errors).toEqual([
      expect.objectContaining({ code: 'registration-keys/other-category', params: { category: 'ライブリンク製品' } }),
    ]);
  });

  test('K-03 full width, lower case and every hyphen are taken', async () => {
    const [key] = await giveActivationKeys(server, 1);
    const wide = [...randomHex(16).toLowerCase()]
      .map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
      .join('');
    const typed = `${wide.slice(0, 4)}ー${wide.slice(4, 8)}‐${wide.slice(8, 12)}－${wide.slice(12)}`;
    expect((await issue(company, typed, [key!])).status).toBe(201);
  });

  test.each([
    ['an unknown field', { role: 'owner' }],
    ['an array for a text', { deviceId: ['x'] }],
    ['nine entries', { activationKeys: Array(9).fill({ number: '0', registrationId: '0' }) }],
    ['no entries', { activationKeys: [] }],
  ])('K-03 %s is 400 and changes nothing', async (_, change) => {
    const events = await eventsCausedBy(server.app, async () => {
      const [key] = await giveActivationKeys(server, 1);
      const answer = await company.create(`${company.path}/registration-keys`, {
        ...ask(randomHex(16), [key!]),
        ...change,
      });
      expect(answer.status).toBe(400);
    });
    expect(events).toEqual([]);
  });

  test.each(['{"__proto__":{"x":1}}', '{"constructor":1}', '[]', '"text"', 'null', '{', '[['.repeat(20_000)])(
    'K-03 the body %.30s is 400',
    async (raw) => {
      const answer = await company.call('POST', `${company.path}/registration-keys`, raw, {
        'idempotency-key': randomHex(16),
      });
      expect(answer.status).toBe(400);
    },
  );

  test('K-03 the installation text: 50 shown characters a line, the last one wins, earlier ones stay', async () => {
    const device = randomHex(16);
    const path = `${company.path}/registration-keys/installations/${device}`;
    expect((await company.call('PUT', path, { lines: ['あ'.repeat(50), '👨‍👩‍👧‍👦'.repeat(10)] })).status).toBe(204);
    const tooLong = await company.call('PUT', path, { lines: ['あ'.repeat(51), ''] });
    expect(tooLong.body.errors).toEqual([
      expect.objectContaining({ pointer: '/lines/0', code: 'identifiers/text-long' }),
    ]);
    server.clock.move(1_000);
    await company.call('PUT', path, { lines: ['本社', '3階'] });
    expect((await company.call('GET', path)).body.lines).toEqual(['本社', '3階']);
    const rows = await server.app.db
      .selectFrom('installation_texts as t')
      .innerJoin('identifiers as i', 'i.id', 't.identifier_id')
      .select('t.id')
      .where('i.value', '=', device)
      .execute();
    expect(rows).toHaveLength(2);
  });
});

test('P-19 while the key provider is away a request is answered 503, and nothing is half issued', async () => {
  const [key] = await giveActivationKeys(server, 1);
  const device = randomHex(16);
  const { keyProvider } = server.app;
  const away = () => Promise.reject(new KeyUnavailable('the provider does not answer'));
  server.app.keyProvider = { key: away };
  const events = await eventsCausedBy(server.app, async () => {
    const answer = await company.create(`${company.path}/registration-keys`, ask(device, [key!]));
    expect(answer).toMatchObject({ status: 503, body: { type: '/problems/platform/unavailable' } });
    expect(answer.text).not.toContain('provider');
  });
  server.app.keyProvider = keyProvider;
  expect(events).toEqual([]);
  // The key is still free: somebody else binds it to another device.
  expect(await issue(other, randomHex(16), [key!])).toMatchObject({ status: 201, keys: [{ state: 'new' }] });
});

describe('P-24 idempotency', () => {
  test('P-24 the same key and body fifty times at once have one effect and one answer; another body is refused', async () => {
    const [key] = await giveActivationKeys(server, 1);
    const body = ask(randomHex(16), [key!]);
    const headers = { 'idempotency-key': 'twin-'.concat(randomHex(16)) };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => company.call('POST', `${company.path}/registration-keys`, body, headers)),
    );
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ keys: [{ state: 'new' }] });
    const changed = await company.call(
      'POST',
      `${company.path}/registration-keys`,
      { ...body, deviceId: randomHex(16) },
      headers,
    );
    expect(changed).toMatchObject({ status: 422, body: { type: '/problems/platform/idempotency-key-reused' } });
    const stranger = await other.call('POST', `${other.path}/registration-keys`, body, headers);
    expect(stranger.body).toMatchObject({ keys: [{ state: 'issued-before' }] });
    const missing = await company.call('POST', `${company.path}/registration-keys`, body);
    expect(missing).toMatchObject({ status: 400, body: { type: '/problems/platform/idempotency-key-missing' } });
  });
});
