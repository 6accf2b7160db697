import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPassword } from '../../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { answerStep, halfWay, withApp } from '../../../tools/test/second-factor.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';

const wrong = { status: 422, body: { type: '/problems/accounts/second-factor-wrong' } };
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('P-16 recovery codes', () => {
  test('P-16 opens the account once, as people write it; a mail tells how many are left', async () => {
    const { company, recoveryCodes } = await withApp(server);
    const [code = ''] = recoveryCodes;
    const someone = await halfWay(server, company);
    const events = await eventsCausedBy(server.app, async () =>
      expect((await answerStep(someone, ` ${code.toLowerCase().replace('-', ' ')} `, 'recovery-code')).status).toBe(
        200,
      ),
    );
    expect(events).toEqual(['recovery-code.used', 'login.done']);
    const mail = await server.mail.waitFor(
      (one) => one.text.includes('残りのリカバリーコード') && one.text.includes(company.loginId),
    );
    expect(mail.text).toContain('9個');
    const again = await halfWay(server, company);
    expect(await answerStep(again, code, 'recovery-code')).toMatchObject(wrong);
    expect((await someone.call('GET', '/account/second-factor')).body.recoveryCodesLeft).toBe(9);
  });

  test('P-16 of twenty answers with one code at once exactly one enters', async () => {
    const { company, recoveryCodes } = await withApp(server);
    const browsers = await Promise.all(Array.from({ length: 4 }, () => halfWay(server, company)));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => answerStep(browsers[at % 4]!, recoveryCodes[0]!, 'recovery-code')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('P-16 new ones need the password and end those before', async () => {
    const { company, recoveryCodes } = await withApp(server);
    const renew = (password: string) => company.call('POST', '/account/second-factor/recovery-codes', { password });
    expect((await renew('wrong')).status).toBe(422);
    const events = await eventsCausedBy(server.app, async () => {
      const { body } = await renew(testPassword);
      expect(body.recoveryCodes).toHaveLength(10);
    });
    expect(events).toEqual(['recovery-codes.made']);
    const someone = await halfWay(server, company);
    expect(await answerStep(someone, recoveryCodes[0]!, 'recovery-code')).toMatchObject(wrong);
  });
});
