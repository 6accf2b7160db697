import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batchKeysMax } from '../../../domain/registration-keys/batch.ts';
import { newCompany, newOperator, type Member } from '../../../tools/test/accounts.ts';
import { randomHex } from '../../../tools/test/activation-keys.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import type { Answer } from '../../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';

let server: TestServer;
let operator: Member;
let company: Member;

beforeAll(async () => {
  server = await startTestServer();
  operator = await newOperator(server);
  company = await newCompany(server);
});
afterAll(() => server.close());

type SheetKey = { number: string; registrationId: string };

const wish = {
  category: 'conference-unit',
  productNumber: 'EX-MP04',
  purpose: '=多地点接続',
  note: '注文 2026-1121',
  count: 3,
  format: 'csv',
};

async function make(more: Partial<typeof wish> = {}) {
  return operator.create(`${operator.path}/activation-key-batches`, { ...wish, ...more });
}

function keysIn(answer: Answer): SheetKey[] {
  const rows = parse(answer.text, { bom: true, from_line: 2 }) as string[][];
  return rows.map(([number = '', registrationId = '']) => ({ number, registrationId }));
}

/** The path of a batch and of its delivery, out of the answer that carried the file. */
function placesOf(answer: Answer): { batch: string; delivery: string } {
  const delivery = (answer.headers.get('location') ?? '').replace('/api/conference', '');
  return { delivery, batch: delivery.replace(/\/deliveries\/.*$/, '') };
}

async function issue(member: Member, key: SheetKey, deviceId = randomHex(16)) {
  const body = { category: wish.category, deviceId, activationKeys: [key] };
  return member.create(`${member.path}/registration-keys`, body);
}

const codesOf = (answer: Answer) => (answer.body.errors as { code: string }[] | undefined)?.map((one) => one.code);

describe('K-13 activation keys made in the portal', () => {
  test('K-13 a table has every key once, can be issued from, and is guarded against formulas', async () => {
    let made: Answer | undefined;
    const events = await eventsCausedBy(server.app, async () => {
      made = await make();
    });
    if (!made) throw new Error('nothing made');
    const keys = keysIn(made);
    expect(made).toMatchObject({ status: 201 });
    expect(made.text.startsWith('アクティベーションキーの番号,')).toBe(true);
    expect(made.text).toContain(`,EX-MP04,'=多地点接続,conference-unit\r\n`);
    expect(new Set(keys.flatMap((key) => [key.number, key.registrationId])).size).toBe(6);
    expect(events).toEqual(['activation-keys.generated']);
    expect((await issue(company, keys[0]!)).status).toBe(201);
    const batch = await operator.call('GET', placesOf(made).batch);
    expect(batch.body).toMatchObject({ keys: 3, used: 1, unused: 2, voided: 0, unconfirmed: 2, note: wish.note });
  });

  test('K-13 the sheet has both numbers of every key and its Japanese whole', async () => {
    const response = await fetch(`${server.url}/api/conference${operator.path}/activation-key-batches`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        cookie: [...operator.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: JSON.stringify({ ...wish, purpose: '多地点接続（4地点まで）', count: 7, format: 'pdf' }),
    });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const location = (response.headers.get('location') ?? '').replace('/api/conference', '');
    const document = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
    expect(document.numPages).toBe(3);
    const { text } = await extractText(document, { mergePages: true });
    const solid = text.replaceAll(/[\s-]/g, '');
    for (const part of [
      'アクティベーションキー',
      '多地点接続（4地点まで）',
      '会議ユニットキーポータル',
      '注文20261121',
    ])
      expect(solid).toContain(part);
    const listed = await operator.call('GET', `${location.replace(/\/deliveries\/.*$/, '')}/keys`);
    const numbers = (listed.body.items as { number: string }[]).map((one) => one.number.replaceAll('-', ''));
    expect(numbers).toHaveLength(7);
    for (const number of numbers) {
      const registrationId = new RegExp(`${number}.*?RegistrationID([0-9A-F]{16})`).exec(solid)?.[1] ?? '';
      expect((await issue(company, { number, registrationId })).status).toBe(201);
    }
  });

  test('K-13 a registration ID is nowhere in the database, nor in a later answer', async () => {
    const made = await make({ count: 1 });
    const [key] = keysIn(made);
    const plain = key!.registrationId.replaceAll('-', '');
    const { rows } = await server.app.pool.query<{ row: string }>(
      `select k::text as row from activation_keys k union all select e::text from events e
       union all select d::text from event_details d union all select a::text from idempotent_answers a
       union all select b::text from activation_key_batches b union all select l::text from activation_key_deliveries l`,
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ row }) => row.toUpperCase().includes(plain))).toEqual([]);
    const { batch } = placesOf(made);
    const read = [await operator.call('GET', batch), await operator.call('GET', `${batch}/keys`)];
    expect(read.map((answer) => answer.status)).toEqual([200, 200]);
    expect(read.map((answer) => answer.text).join('')).not.toContain(key!.registrationId);
  });

  test('K-13 the same request again makes no second batch and says that the IDs went out already', async () => {
    const before = await operator.call('GET', `${operator.path}/activation-key-batches`);
    const headers = { 'idempotency-key': randomUUID() };
    const path = `${operator.path}/activation-key-batches`;
    const answers = await Promise.all([1, 2, 3, 4].map(() => operator.call('POST', path, wish, headers)));
    const later = await operator.call('POST', path, wish, headers);
    const statuses = [...answers, later].map((answer) => answer.status).toSorted((one, other) => one - other);
    expect(statuses).toEqual([201, 409, 409, 409, 409]);
    expect(later.body.type).toBe('/problems/registration-keys/already-delivered');
    const after = await operator.call('GET', `${operator.path}/activation-key-batches`);
    expect(after.body.total).toBe(Number(before.body.total) + 1);
  });

  test.each([
    [{ count: 0 }, 'registration-keys/batch-size'],
    [{ count: batchKeysMax + 1 }, 'registration-keys/batch-size'],
    [{ category: 'nothing' }, 'registration-keys/category-unknown'],
    [{ category: 'mobile-app' }, 'registration-keys/not-issued-here'],
    [{ productNumber: 'EX-LIV1' }, 'registration-keys/product-unknown'],
    [{ purpose: ' ' }, 'identifiers/required'],
    [{ purpose: 'あ'.repeat(101) }, 'identifiers/text-long'],
    [{ note: 'a\nb' }, 'identifiers/text-control'],
  ])('K-13 %o is refused at its field and makes nothing', async (more, code) => {
    const before = await operator.call('GET', `${operator.path}/activation-key-batches`);
    const refused = await make(more);
    expect(refused.status).toBe(422);
    expect(codesOf(refused)).toContain(code);
    const after = await operator.call('GET', `${operator.path}/activation-key-batches`);
    expect(after.body.total).toBe(before.body.total);
  });

  test(`K-13 ${batchKeysMax} keys are made at once, as sheets too`, async () => {
    const made = await make({ count: batchKeysMax, format: 'pdf' });
    expect(made.status).toBe(201);
    expect(made.text.slice(0, 8)).toMatch(/^%PDF-1\.\d/);
    expect(made.text.trimEnd().endsWith('%%EOF')).toBe(true);
  });

  test('K-13 no one of a dealer makes, lists or voids them', async () => {
    const asked = await Promise.all([
      company.create(`${company.path}/activation-key-batches`, wish),
      company.call('GET', `${company.path}/activation-key-batches`),
      company.call('GET', `${company.path}/activation-key-products`),
    ]);
    expect(asked.map((answer) => answer.status)).toEqual([403, 403, 403]);
  });
});

describe('K-13 sheets that did not arrive, were lost or were stolen', () => {
  test('K-13 a delivery is open until it is confirmed, once', async () => {
    const { batch, delivery } = placesOf(await make());
    expect((await operator.call('GET', batch)).body).toMatchObject({ unconfirmed: 3 });
    const events = await eventsCausedBy(server.app, async () => {
      for (const _ of [1, 2]) expect((await operator.call('PUT', `${delivery}/confirmation`)).status).toBe(204);
    });
    expect(events).toEqual(['activation-keys.delivered']);
    expect((await operator.call('GET', batch)).body).toMatchObject({ unconfirmed: 0 });
    const nowhere = delivery.replace(/dlv_.*/, 'dlv_01a1fabe-7ebc-704c-b10d-f849e933f70b');
    expect((await operator.call('PUT', `${nowhere}/confirmation`)).status).toBe(404);
  });

  test('K-13 new IDs for the unused keys: the old ones die, the used key stays as it is', async () => {
    const made = await make();
    const { batch, delivery } = placesOf(made);
    const [used, lost, another] = keysIn(made);
    await operator.call('PUT', `${delivery}/confirmation`);
    const device = randomHex(16);
    await issue(company, used!, device);
    const renewed = await operator.create(`${batch}/deliveries`, { format: 'csv', reason: '紛失のため' });
    const keys = keysIn(renewed);
    expect(renewed.status).toBe(201);
    expect(keys.map((key) => key.number)).toEqual([lost!.number, another!.number]);
    expect(codesOf(await issue(company, lost!))).toEqual(['registration-keys/unknown-activation-key']);
    expect((await issue(company, keys[0]!)).status).toBe(201);
    expect((await issue(company, used!, device)).status).toBe(201);
    expect((await operator.call('GET', batch)).body).toMatchObject({ unconfirmed: 1, used: 2 });
  });

  test('K-13 one key alone can get a new ID; a reason is asked for', async () => {
    const made = await make();
    const { batch } = placesOf(made);
    const [first, second] = keysIn(made);
    const noReason = await operator.create(`${batch}/deliveries`, { format: 'csv', reason: ' ' });
    expect(noReason).toMatchObject({ status: 422 });
    const one = { format: 'csv', reason: '汚れのため', numbers: [first!.number] };
    const renewed = keysIn(await operator.create(`${batch}/deliveries`, one));
    expect(renewed.map((key) => key.number)).toEqual([first!.number]);
    expect((await issue(company, second!)).status).toBe(201);
    expect((await issue(company, renewed[0]!)).status).toBe(201);
    expect(await operator.create(`${batch}/deliveries`, one)).toMatchObject({
      status: 409,
      body: { type: '/problems/registration-keys/nothing-unused' },
    });
  });

  test('K-13 voided keys read to a dealer like keys that never were; used ones are not voided', async () => {
    const made = await make();
    const { batch } = placesOf(made);
    const [used, stolen] = keysIn(made);
    await issue(company, used!);
    const events = await eventsCausedBy(server.app, async () => {
      const voided = await operator.create(`${batch}/voids`, { reason: '盗難のため' });
      expect(voided).toMatchObject({ status: 201, body: { voided: 2 } });
    });
    expect(events).toEqual(['activation-keys.voided']);
    const device = randomHex(16);
    const asVoided = await issue(company, stolen!, device);
    const asUnknown = await issue(company, { number: randomHex(16), registrationId: randomHex(16) }, device);
    const plain = ({ status, text }: Answer) => [status, text.replace(/"requestId":"[^"]*"/, '')];
    expect(plain(asVoided)).toEqual(plain(asUnknown));
    expect(await operator.create(`${batch}/voids`, { reason: 'x' })).toMatchObject({ status: 409 });
    const listed = await operator.call('GET', `${batch}/keys`);
    expect((listed.body.items as { state: string }[]).map((one) => one.state)).toEqual(['used', 'voided', 'voided']);
  });

  test('K-13 voiding against using, ten at once: one of them holds', async () => {
    const made = await make({ count: 10 });
    const { batch } = placesOf(made);
    const keys = keysIn(made);
    const [voided, ...issued] = await Promise.all([
      operator.create(`${batch}/voids`, { reason: '盗難のため' }),
      ...keys.map((key) => issue(company, key)),
    ]);
    const used = issued.filter((answer) => answer.status === 201).length;
    const after = await operator.call('GET', batch);
    expect(after.body).toMatchObject({ used, voided: 10 - used, unused: 0 });
    expect(voided?.status === 201 ? voided.body.voided : 0).toBe(10 - used);
  });
});
