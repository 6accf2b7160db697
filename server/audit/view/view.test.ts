import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventKinds, type EventKind } from '../../../domain/events/kinds.ts';
import { audited } from '../../../tools/test/audit.ts';
import { newPair, startActing } from '../../../tools/test/acting.ts';
import { newCustomer, newMaker } from '../../../tools/test/devices.ts';
import {
  codeOf,
  newColleague,
  newOrganization,
  newOwner,
  siteOf,
  withDealers,
  type Colleague,
} from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { acceptTransfer, newPair as newTransferPair, offerDevice } from '../../../tools/test/transfers.ts';
import { erasePerson } from '../../accounts/account-data/erase-person.ts';
import { writeEvents, type Actor } from '../../kernel/events.ts';
import { insideId } from '../../kernel/ids.ts';
import type { AuditEntry } from './schemas.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
});
afterAll(() => server.close());

type Entries = { items: AuditEntry[]; total: number };
async function read(who: Colleague, query = ''): Promise<Entries> {
  await audited(server);
  const { status, body, text } = await who.call('GET', `${who.path}/audit?pageSize=100${query}`);
  if (status !== 200) throw new Error(text);
  return body as unknown as Entries;
}
const found = async (who: Colleague, query: string) => (await read(who, query)).items;
const kindsOf = (items: readonly AuditEntry[]) => items.map(({ kind }) => kind);

/** One event of each kind about somebody's organization. */
async function writeEvery(organization: string, actor: Actor, kinds: readonly EventKind[] = eventKinds): Promise<void> {
  const id = insideId(organization);
  const cause = { siteId: 'ups', actor, now: server.app.clock.now(), requestId: null };
  await server.app.db.transaction().execute((tx) =>
    writeEvents(
      tx,
      cause,
      kinds.map((what) => ({ what, subject: `organization/${id}`, data: { organization: id } })),
    ),
  );
}

describe('P-25 every kind of event', () => {
  test('is listed and stands in the file with a sentence of its own, in both languages', async () => {
    const customer = await newCustomer(server);
    expect(eventKinds.length).toBeGreaterThan(150);
    expect(new Set(eventKinds).size).toBe(eventKinds.length);
    await writeEvery(customer.organization, { kind: 'system' });
    expect((await read(customer)).total).toBe(eventKinds.length);
    for (const language of ['ja', 'en']) {
      const file = await customer.call('GET', `${customer.path}/exports/audit?format=csv&language=${language}`);
      const lines = file.text.split('\r\n').slice(1);
      const said = new Map(lines.map((line) => line.split(',')).map((cells) => [cells[9], cells[5]]));
      expect(eventKinds.filter((kind) => !said.has(kind))).toEqual([]);
      const words = eventKinds.map((kind) => said.get(kind) ?? '');
      expect(words.filter((word) => word.length < 5)).toEqual([]);
      const wellFormed = language === 'ja' ? /[ぁ-ん](した|せん|です|います)$/ : /^[A-Z].*\w$/;
      expect(words.filter((word) => !wellFormed.test(word))).toEqual([]);
    }
  });

  test.each(['accounts', 'devices.registered'])('is found by %s', async (kind) => {
    const customer = await newCustomer(server);
    await writeEvery(customer.organization, { kind: 'system' });
    const items = await found(customer, `&kind=${kind}`);
    expect(items.length).toBe(kind === 'accounts' ? 49 : 1);
    expect(kindsOf(items)).toContain(kind === 'accounts' ? 'login.done' : kind);
  });
});

describe('P-25 who reads what', () => {
  test('an owner what concerns the organization and nobody else’s; operators all of the site; others of the organization nothing', async () => {
    const [one, other, operator] = [await newCustomer(server), await newCustomer(server), await newMaker(server)];
    const manager = await newColleague(server, one.organization, 'manager', { siteId: 'ups' });
    const makersManager = await newColleague(server, operator.organization, 'manager', { siteId: 'ups' });
    await writeEvery(one.organization, { kind: 'command' }, ['departments.named']);
    expect(await found(one, '&kind=departments.named')).toHaveLength(1);
    expect((await read(other, '&kind=departments.named')).total).toBe(0);
    const refused = await manager.call('GET', `${manager.path}/audit`);
    expect([refused.status, codeOf(refused)]).toEqual([403, 'platform/not-permitted']);
    for (const reader of [operator, makersManager])
      expect((await read(reader, `&object=${one.organization}&kind=departments.named`)).total).toBe(1);
    const elsewhere = await newOwner(server, 'maker');
    expect((await read(elsewhere, `&object=${one.organization}`)).total).toBe(0);
  });

  test('a dealer what its people did for a customer, until it may not list that one any more', async () => {
    const { dealer, customer } = await newPair(server);
    expect((await startActing(dealer, customer.organization, '設定の依頼')).status).toBe(201);
    expect((await dealer.call('DELETE', '/acting')).status).toBe(200);
    const [own] = await found(dealer, '&kind=acting.started');
    expect(own).toMatchObject({
      by: { user: { name: '見本 owner' }, organization: { name: '見本販売' } },
      subject: { kind: 'organization', name: '見本の家' },
      facts: [{ field: 'reason', before: null, after: '設定の依頼' }],
    });
    const [theirs] = await found(customer, '&kind=acting.started');
    expect(theirs?.by).toMatchObject({ user: null, organization: { name: '見本販売' } });
    const operator = await newOwner(server, 'maker');
    const place = `${operator.path}/organizations/${customer.organization}`;
    const { grants } = (await operator.call('GET', place)).body as { grants: { id: string }[] };
    expect(grants.length).toBeGreaterThan(0);
    for (const { id } of grants) await operator.call('DELETE', `${place}/grants/${id}`);
    expect((await read(dealer, '&kind=acting.started')).total).toBe(0);
    expect((await read(customer, '&kind=acting.started')).total).toBe(1);
    const gone = await dealer.call('GET', `${dealer.path}/audit/${own?.id}`);
    expect([gone.status, codeOf(gone)]).toEqual([404, 'platform/not-found']);
  });

  test('who owned a device reads of its own time, and who owns it now of theirs', async () => {
    const { seller, buyer, device } = await newTransferPair(server);
    const operator = await newMaker(server);
    server.clock.move(1_000);
    const offer = await offerDevice(seller, device.id, buyer.mail);
    server.clock.move(1_000);
    expect((await acceptTransfer(buyer, offer.body.id)).status).toBe(200);
    server.clock.move(1_000);
    expect((await buyer.call('GET', `${buyer.path}/devices/${device.id}`)).status).toBe(200);
    await found(buyer, '&kind=transfers.accepted');
    const told = (items: readonly AuditEntry[]) => kindsOf(items).filter((kind) => kind !== 'devices.viewed');
    const of = (who: Colleague) => read(who, `&object=${device.id}&kind=devices`);
    expect(told((await of(buyer)).items)).toEqual(['transfers.accepted']);
    expect(told((await of(seller)).items)).toEqual(['transfers.accepted', 'transfers.offered', 'devices.registered']);
    const [accepted] = (await of(seller)).items;
    expect(accepted).toMatchObject({
      subject: { name: device.serial },
      by: { user: null, organization: null },
      address: null,
    });
    expect((await read(operator, `&object=${device.serial.slice(0, 6)}&kind=transfers.offered`)).total).toBe(1);
  });
});

describe('P-25 one event', () => {
  test('says from where, before and after, and is whole as JSON', async () => {
    const owner = await newCustomer(server);
    const colleague = await newColleague(server, owner.organization, 'viewer', { siteId: 'ups' });
    const path = `${owner.path}/members/${colleague.id}`;
    expect((await owner.call('PATCH', path, { role: 'member' })).status).toBe(204);
    const [entry] = await found(owner, '&kind=member.role-changed');
    expect(entry).toMatchObject({
      by: { kind: 'user', user: { id: owner.id } },
      subject: { kind: 'user', name: '見本 viewer' },
      facts: [{ field: 'role', before: 'viewer', after: 'member' }],
      address: '127.0.0.1',
    });
    const { body } = await owner.call('GET', `${owner.path}/audit/${entry?.id}`);
    expect(body).toMatchObject({
      kind: 'member.role-changed',
      seal: expect.stringMatching(/^[0-9a-f]{64}$/),
      recorded: { data: { from: 'viewer', to: 'member' } },
    });
  });

  test('keeps to itself whose address was wanted, except for operators', async () => {
    const [owner, other, operator] = [await newCustomer(server), await newCustomer(server), await newMaker(server)];
    const wish = { mail: other.mail, mailAgain: other.mail, password: 'steam over the green hills' };
    expect((await owner.create('/account/mail-change', wish)).status).toBeLessThan(300);
    const [entry] = await found(owner, '&kind=mail-change.asked');
    const shown = await owner.call('GET', `${owner.path}/audit/${entry?.id}`);
    expect(shown.text).not.toContain('mailed');
    const whole = await operator.call('GET', `${operator.path}/audit/${entry?.id}`);
    expect(whole.body.recorded).toMatchObject({ data: { mailed: 'owner' } });
  });
});

describe('P-25 what is looked for', () => {
  test('people by name, and by login ID only one’s own; days of the site', async () => {
    const [owner, operator] = [await newCustomer(server), await newMaker(server)];
    await writeEvery(
      owner.organization,
      { kind: 'user', id: insideId(owner.id), organizationId: insideId(owner.organization) },
      ['toner.low'],
    );
    await writeEvery(
      owner.organization,
      { kind: 'user', id: insideId(operator.id), organizationId: insideId(operator.organization) },
      ['toner.refilled'],
    );
    expect(kindsOf(await found(owner, `&person=${encodeURIComponent(owner.mail)}`))).toContain('toner.low');
    expect((await read(owner, `&person=${encodeURIComponent(operator.mail)}`)).total).toBe(0);
    expect((await read(owner, `&person=${operator.id}`)).total).toBe(0);
    expect(kindsOf(await found(operator, `&person=${encodeURIComponent(operator.mail)}`))).toContain('toner.refilled');
    const day = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Tokyo' }).format(server.app.clock.now());
    expect((await read(owner, `&kind=toner.low&from=${day}&until=${day}`)).total).toBe(1);
    expect((await read(owner, `&kind=toner.low&until=2026-01-01`)).total).toBe(0);
    expect((await owner.call('GET', `${owner.path}/audit?kind=nothing.happened`)).status).toBe(400);
  });

  test('somebody whose data were erased is told of as such', async () => {
    const organization = await newOrganization(server, 'customer', '見本工業', 'ups');
    const owner = await newColleague(server, organization, 'owner', { siteId: 'ups' });
    const leaver = await newColleague(server, organization, 'member', { siteId: 'ups' });
    const mail = `changed-${randomUUID()}@example.jp`;
    const wish = { mail, mailAgain: mail, password: 'steam over the green hills' };
    expect((await leaver.create('/account/mail-change', wish)).status).toBeLessThan(300);
    await found(owner, '&kind=mail-change.asked');
    const { app } = server;
    await app.db
      .transaction()
      .execute((tx) => erasePerson(tx, siteOf(server, 'ups'), insideId(leaver.id), app.clock.now()));
    const [entry] = await found(owner, '&kind=mail-change.asked');
    expect(entry).toMatchObject({
      by: { erased: true },
      subject: { name: null },
      address: null,
      facts: [],
      erased: true,
    });
    expect(JSON.stringify(await read(owner))).not.toContain(mail);
  });
});
