import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCompany, newOperator, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex, type TestKey } from '../../tools/test/activation-keys.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { newId } from '../kernel/ids.ts';
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

describe('K-03 mail', () => {
  test('K-03 both addresses get one mail each with all keys and the subject; the answer names them', async () => {
    const keys = await giveActivationKeys(server, 2);
    const device = randomHex(16);
    const subject = `[会議ユニット:${device}] キー`;
    const answer = await company.create(`${company.path}/registration-keys`, {
      ...ask(device, keys),
      mail: { addresses: ['one@example.jp', 'two@example.jp'], subject },
    });
    expect(answer.body.mailedTo).toEqual(['one@example.jp', 'two@example.jp']);
    for (const to of ['one@example.jp', 'two@example.jp']) {
      const mail = await server.mail.waitFor((one) => one.to === to && one.subject === subject);
      for (const key of answer.body.keys as Issued[]) expect(mail.text).toContain(key.registrationKey);
    }
    expect(server.mail.mails.filter((mail) => mail.subject === subject)).toHaveLength(2);
  });

  test.each([['a\r\nBcc: x@example.jp'], ['a\nb'], ['あ'.repeat(101)], ['']])(
    'K-03 the subject %j is refused at its field',
    async (subject) => {
      const [key] = await giveActivationKeys(server, 1);
      const answer = await company.create(`${company.path}/registration-keys`, {
        ...ask(randomHex(16), [key!]),
        mail: { addresses: ['one@example.jp'], subject },
      });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/mail/subject' })]);
    },
  );
});

describe('K-13 operators', () => {
  test('K-13 only operators see activation keys; nobody sees a registration ID', async () => {
    const [key] = await giveActivationKeys(server, 1);
    const operator = await newOperator(server);
    const seen = await operator.call('GET', `${operator.path}/activation-keys?number=${key!.number}`);
    expect(seen.body).toMatchObject({ total: 1, items: [{ issued: false, productNumber: 'EX-MP04' }] });
    expect(seen.text).not.toContain(key!.registrationId);
    expect((await company.call('GET', `${company.path}/activation-keys`)).status).toBe(403);
  });
});

describe('who may see', () => {
  test('P-15a a grant opens one organization’s keys to another while it is in force, on the next request it is over', async () => {
    const [key] = await giveActivationKeys(server, 1);
    const device = randomHex(16);
    await issue(company, device, [key!]);
    const seen = async () => (await other.call('GET', `${other.path}/registration-keys?deviceId=${device}`)).body.total;
    expect(await seen()).toBe(0);
    const now = server.clock.now();
    const grant = {
      site_id: 'conference',
      of_organization_id: company.organization.slice(4),
      to_organization_id: other.organization.slice(4),
    };
    const until = new Date(now.getTime() + 60_000);
    await server.app.db
      .insertInto('grants')
      .values({ ...grant, id: newId(), rights: ['list'], since: now, until, cause: 'operator' })
      .execute();
    expect(await seen()).toBe(0);
    await server.app.db
      .updateTable('grants')
      .set({ rights: ['list', 'read'] })
      .execute();
    expect(await seen()).toBe(1);
    server.clock.move(60_000);
    expect(await seen()).toBe(0);
  });

  test('K-07 an operator sees the keys of all, and that is an event', async () => {
    const [key] = await giveActivationKeys(server, 1);
    const device = randomHex(16);
    await issue(company, device, [key!]);
    const operator = await newOperator(server);
    const events = await eventsCausedBy(server.app, async () => {
      const listed = await operator.call('GET', `${operator.path}/registration-keys?deviceId=${device}`);
      expect(listed.body).toMatchObject({ total: 1, items: [{ organization: '見本商事株式会社' }] });
    });
    expect(events).toEqual(['registration-keys.viewed']);
  });
});
