import { afterAll, beforeAll, expect, test } from 'vitest';
import { failedCodesPerMinuteMax } from '../../domain/accounts/code-guard.ts';
import { callerAddress, fetchFrom } from '../../proof/kit/fetch-from.ts';
import { agreements, newOperator } from '../../tools/test/accounts.ts';
import { newMember } from '../../tools/test/members.ts';
import { person, type Person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../tools/test/sixth-site.ts';
import { minutesMs, secondsMs } from '../kernel/clock.ts';
import type { Site } from '../kernel/app.ts';
import { insideId } from '../kernel/ids.ts';
import { beginCodeTry, takeBackCodeTry } from './code-tries.ts';

const byHand = 'conference';
const victims = 60;
const callers = 10;
const elsewhere = { status: 422, body: { type: '/problems/accounts/code-wrong-or-elsewhere' } };

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    moreSites: { [sixthSite]: writeSixthSite },
    startAt: new Date('2026-11-02T01:00:00Z'),
  });
});
afterAll(() => server.close());

let people = 0;
const someone = (): Person => {
  people += 1;
  return person(server.url, sixthSite, 'en', fetchFrom(callerAddress(people % callers)));
};

/** Somebody who signed up and has a code in the mail. */
async function signedUp() {
  const asker = someone();
  const mail = `guessed${people}@example.jp`;
  const values = { company: 'Sample Tea', personInCharge: 'Sample Person', mail, mailAgain: mail };
  const { body } = await asker.create('/sign-ups', { values, language: 'en', agreed: await agreements(asker) });
  const path = `/sign-ups/${String(body.signUp)}/code`;
  return { asker, mail, path, signUpId: insideId(String(body.signUp)) };
}

async function codeFor(mail: string): Promise<string> {
  const received = await server.mail.waitFor((one) => one.to === mail && /code: \d{6}/.test(one.text));
  return /code: (\d{6})/.exec(received.text)?.[1] ?? '';
}

async function triesCounted(): Promise<number> {
  const { sum } = await server.app.db
    .selectFrom('proofs')
    .select((eb) => eb.fn.sum<string>('tries').as('sum'))
    .where('site_id', '=', sixthSite)
    .executeTakeFirstOrThrow();
  return Number(sum);
}

const told = () => server.app.db.selectFrom('events').select('data').where('what', '=', 'codes.guessed').execute();
const minute = (site: Site, at: Date) =>
  beginCodeTry(server.app, site, { browserId: crypto.randomUUID(), now: at, requestId: null });

test('P-10 200 failed codes within a minute are looked at, the next one trips the guard; right ones do not count', async () => {
  const site = server.app.sites.get(byHand);
  if (!site) throw new Error(`no site ${byHand}`);
  const now = server.clock.now();
  for (const at of [now, new Date(now.getTime() + 60 * secondsMs)]) {
    const tries = await Promise.all(Array.from({ length: failedCodesPerMinuteMax }, () => minute(site, at)));
    expect(tries.filter(({ askerOnly }) => askerOnly)).toEqual([]);
  }
  const at = new Date(now.getTime() + 119 * secondsMs);
  await server.app.db.transaction().execute(async (tx) => {
    for (let count = 0; count < 2; count += 1)
      await takeBackCodeTry(tx, site, {
        browserId: '',
        askerOnly: false,
        at: new Date(now.getTime() + 60 * secondsMs),
      });
  });
  expect([await minute(site, at), await minute(site, at)].map(({ askerOnly }) => askerOnly)).toEqual([false, false]);
  expect(await told()).toEqual([]);
  expect(await minute(site, at)).toMatchObject({ askerOnly: true });
  expect(await told()).toHaveLength(1);
  const within = [at, new Date(at.getTime() + 60 * minutesMs - 1), new Date(at.getTime() + 60 * minutesMs)];
  const later = [];
  for (const instant of within) later.push((await minute(site, instant)).askerOnly);
  expect(later).toEqual([true, true, false]);
});

test('P-10 who guesses at the codes of sixty people at once gets 200 guesses, overrun +0, and operators are told once', async () => {
  await server.app.db.deleteFrom('code_guards').execute();
  const operator = await newOperator(server, sixthSite);
  const before = (await told()).length;
  const asked = await Promise.all(Array.from({ length: victims }, signedUp));
  const guessers = Array.from({ length: callers }, someone);
  const guesses = asked.flatMap(({ path }, index) =>
    guessers.filter((_, place) => place % 2 === index % 2).map((guesser) => guesser.call('POST', path, { code: '0' })),
  );
  expect(new Set((await Promise.all(guesses)).map((answer) => answer.status))).toEqual(new Set([422]));
  expect(await triesCounted()).toBe(failedCodesPerMinuteMax);
  expect(await told()).toHaveLength(before + 1);
  await server.mail.waitFor((one) => /wrong codes|誤ったコード/.test(one.subject));

  // Somebody whose code nobody guessed at yet: elsewhere it is refused unread, where it was asked for it is good.
  const owner = await signedUp();
  const code = await codeFor(owner.mail);
  expect(await someone().call('POST', owner.path, { code })).toMatchObject(elsewhere);
  expect(await triesCounted()).toBe(failedCodesPerMinuteMax);
  expect((await owner.asker.call('POST', owner.path, { code })).status).toBe(200);

  // The code of a reset, too; a code that is not there reads the same.
  const mail = 'forgetful-guessed@example.jp';
  await newMember(server, {
    site: sixthSite,
    mail,
    loginId: mail,
    password: 'steam over the green hills',
    language: 'en',
  });
  const forgetful = someone();
  await forgetful.create('/password-resets', { account: mail });
  const reset = { loginId: mail, code: await codeFor(mail) };
  const refused = await someone().call('POST', '/password-resets/code', reset);
  const unknown = await someone().call('POST', '/password-resets/code', { ...reset, loginId: `x${mail}` });
  expect([refused, unknown]).toMatchObject([elsewhere, elsewhere]);
  const bare = (text: string) => text.replace(/"requestId":"[^"]*"/, '');
  expect(bare(refused.text)).toBe(bare(unknown.text));
  expect((await forgetful.call('POST', '/password-resets/code', reset)).status).toBe(200);

  // Nobody else notices, and after an hour codes count from everywhere.
  expect((await operator.call('GET', '/session')).status).toBe(200);
  server.clock.move(60 * minutesMs);
  const later = await signedUp();
  expect((await someone().call('POST', later.path, { code: await codeFor(later.mail) })).status).toBe(200);
  expect(await told()).toHaveLength(before + 1);
});
