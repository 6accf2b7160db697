import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logIn, newCompany, newOperator, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex, type TestKey } from '../../tools/test/activation-keys.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { hoursMs } from '../kernel/clock.ts';

/** Half past eleven in the evening in Tokyo: an hour later it is the next day there, but not in UTC. */
const evening = new Date('2026-11-20T14:30:00Z');

let server: TestServer;
let company: Member;
let other: Member;
let operator: Member;
const sharedDevice = randomHex(16);

/** Two keys on the 20th; one more on the 21st, when one is shown again and another company enters it too; one on the 23rd. */
beforeAll(async () => {
  server = await startTestServer({ startAt: evening });
  const members = [await newOperator(server), await newCompany(server), await newCompany(server)];
  const keys = await giveActivationKeys(server, 3);
  const [recording] = await giveActivationKeys(server, 1, { productNumber: 'EX-REC1' });
  const later = async (hours: number) => {
    server.clock.move(hours * hoursMs);
    const again = await Promise.all(members.map((member) => logIn(member, member.loginId)));
    [operator, company, other] = again as [Member, Member, Member];
  };
  await later(0);
  await issue(company, sharedDevice, [keys[0], recording]);
  await later(1);
  await issue(company, randomHex(16), [keys[1]]);
  await issue(company, sharedDevice, [keys[0]]);
  await issue(other, sharedDevice, [keys[0]]);
  await later(48);
  await issue(company, randomHex(16), [keys[2]]);
});
afterAll(() => server.close());

async function issue(member: Member, deviceId: string, activationKeys: (TestKey | undefined)[]): Promise<void> {
  const body = { category: 'conference-unit', deviceId, activationKeys };
  expect(await member.create(`${member.path}/registration-keys`, body)).toMatchObject({ status: 201 });
}

type Line = { day: string; productNumber: string; count: number; organization: string };
type Entry = { issuedAt: string; deviceId: string; shownAgain: number; user: string };

async function report<T>(member: Member, path: string) {
  const answer = await member.call('GET', `${member.path}/registration-keys/${path}`);
  expect(answer.status).toBe(200);
  return answer.body as { items: T[]; issued: number; total: number };
}

describe('K-06 daily totals', () => {
  test('count first issues on the days of the site, newest first, and leave out days without any', async () => {
    const { items, issued, total } = await report<Line>(company, 'totals');
    expect(items.map(({ day, productNumber, count }) => [day, productNumber, count])).toEqual([
      ['2026-11-23', 'EX-MP04', 1],
      ['2026-11-21', 'EX-MP04', 1],
      ['2026-11-20', 'EX-MP04', 1],
      ['2026-11-20', 'EX-REC1', 1],
    ]);
    expect({ issued, total }).toEqual({ issued: 4, total: 4 });
  });

  test.each([
    ['from=2026-11-21', 2],
    ['to=2026-11-20', 2],
    ['from=2026-11-21&to=2026-11-21', 1],
    ['from=2026-11-20&to=2026-11-23', 4],
    ['from=2026-11-22&to=2026-11-22', 0],
    ['from=&to=', 4],
  ])('of %s are %i, both days counted in', async (days, issued) => {
    expect((await report(company, `totals?${days}`)).issued).toBe(issued);
    expect((await report(company, `history?${days}`)).issued).toBe(issued);
  });

  test('follow the column asked for, over all pages', async () => {
    const days = async (wish: string) => (await report<Line>(company, `totals?${wish}`)).items.map(({ day }) => day);
    expect(await days('sort=day')).toEqual(['2026-11-20', '2026-11-20', '2026-11-21', '2026-11-23']);
    expect((await days('sort=-productNumber'))[0]).toBe('2026-11-20');
    expect(await days('page=2')).toEqual([]);
  });

  test('are nothing to who entered a pair that another had first; operators count it once', async () => {
    expect(await report(other, 'totals')).toMatchObject({ items: [], issued: 0, total: 0 });
    const { items, issued } = await report<Line>(operator, 'totals?from=2026-11-20&to=2026-11-23');
    expect(issued).toBe(4);
    expect(new Set(items.map(({ organization }) => organization))).toEqual(new Set(['見本商事株式会社']));
  });
});

describe('K-06 full history', () => {
  test('holds each issue with its user and how often the key was shown again', async () => {
    const { items, issued, total } = await report<Entry>(company, 'history');
    expect(items.map(({ issuedAt, shownAgain }) => [issuedAt, shownAgain])).toEqual([
      ['2026-11-22T15:30:00.000Z', 0],
      ['2026-11-20T15:30:00.000Z', 0],
      ...['2026-11-20T14:30:00.000Z', '2026-11-20T14:30:00.000Z'].map((at) => [at, expect.any(Number)]),
    ]);
    expect(items.map(({ shownAgain }) => shownAgain).toSorted((a, b) => a - b)).toEqual([0, 0, 0, 1]);
    expect(new Set(items.map(({ user }) => user))).toEqual(new Set(['見本 花子']));
    expect({ issued, total }).toEqual({ issued: 4, total: 4 });
  });

  test("is the own organization's; operators see all, which is written down", async () => {
    const own = await report<Entry>(other, 'history');
    expect(own.items.map(({ issuedAt }) => issuedAt)).toEqual(['2026-11-20T15:30:00.000Z']);
    let all = 0;
    const caused = await eventsCausedBy(server.app, async () => {
      all = (await report(operator, 'history')).total;
      await report(operator, 'totals');
      await report(company, 'history');
    });
    expect(all).toBe(5);
    expect(caused).toEqual(['registration-keys.viewed', 'registration-keys.viewed']);
  });

  test('as a file tells moments in the zone of the site', async () => {
    const answer = await company.call('GET', `${company.path}/exports/issue-history?sort=issuedAt`);
    const [headings, ...lines] = answer.text.trim().split('\r\n');
    expect(headings?.split(',')).toHaveLength(10);
    expect(lines.map((line) => line.split(',')[0])).toEqual([
      '2026-11-20T23:30:00+09:00',
      '2026-11-20T23:30:00+09:00',
      '2026-11-21T00:30:00+09:00',
      '2026-11-23T00:30:00+09:00',
    ]);
    const totals = await company.call('GET', `${company.path}/exports/issue-totals?from=2026-11-21&language=en`);
    expect(totals.text).toBe(
      'Day of issue,Category,Product number,Keys issued\r\n2026-11-23,Conference unit,EX-MP04,1\r\n2026-11-21,Conference unit,EX-MP04,1\r\n',
    );
    const all = await operator.call('GET', `${operator.path}/exports/issue-history`);
    expect(all.text.split('\r\n')[0]).toBe(
      '初回発行日時,法人・団体,機器ID,設置場所,アクティベーションキーの番号,レジストレーションキー,品番,用途,カテゴリー,利用者,再表示の回数',
    );
  });
});

describe('K-06 days that are none', () => {
  test.each([
    ['from=2026-02-30', [{ pointer: '/from', code: 'exports/day' }]],
    [
      'from=x&to=20261101',
      [
        { pointer: '/from', code: 'exports/day' },
        { pointer: '/to', code: 'exports/day' },
      ],
    ],
    ['from=2026-11-02&to=2026-11-01', [{ pointer: '/to', code: 'exports/from-after-to' }]],
  ])('%s is refused at its field', async (days, errors) => {
    for (const path of ['registration-keys/totals', 'registration-keys/history', 'exports/issue-totals']) {
      const answer = await company.call('GET', `${company.path}/${path}?${days}`);
      expect(answer).toMatchObject({ status: 422, body: { errors } });
    }
  });
});
