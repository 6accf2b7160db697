import { afterAll, beforeAll, expect, test } from 'vitest';
import { callerAddress, fetchFrom } from '../../proof/kit/fetch-from.ts';
import { newCompany, signUpValues, agreements, testPassword } from '../../tools/test/accounts.ts';
import { newColleague, newOrganization, withDealers } from '../../tools/test/organizations.ts';
import { person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite } from '../../tools/test/sixth-site.ts';

const site = 'conference';
const forged = {
  host: 'evil.example',
  forwarded: 'for=192.0.2.1;host=evil.example;proto=http',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-server': 'evil.example',
  'x-forwarded-proto': 'http',
  'x-original-host': 'evil.example',
  'x-host': 'evil.example',
  'x-forwarded-prefix': '/evil.example',
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
});
afterAll(() => server.close());

/** As `fetch`, with every header that a proxy or a thief could name a host in. */
const send = fetchFrom(callerAddress(0));
const forging: typeof fetch = (input, init = {}) =>
  send(input, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...forged } });

test('P-24 the links of all mails are of the address in the site’s data, whatever Host and the headers of proxies say', async () => {
  const company = await newCompany(server, site, forging);
  const stranger = person(server.url, site, 'ja', forging);
  const [{ to: mail } = { to: '' }] = server.mail.mails;
  const signUp = { values: signUpValues('unfinished@example.jp'), language: 'ja', agreed: await agreements(stranger) };
  const { signUp: id } = (await stranger.create('/sign-ups', signUp)).body;
  const asked = [
    await stranger.call('POST', `/sign-ups/${String(id)}/resend`, {}),
    await stranger.create('/password-resets', { account: company.loginId }),
    await stranger.create('/login-id-reminders', { mail }),
    await company.create('/account/mail-change', {
      mail: 'new@example.jp',
      mailAgain: 'new@example.jp',
      password: testPassword,
    }),
  ];
  // A new password ends the change of the address, and with it a mail that has not gone yet.
  await server.mail.waitFor(() => mailsTo('new@example.jp').length > 0);
  asked.push(await company.call('POST', '/session/password', { password: testPassword, newPassword: 'Veranda27' }));
  const owner = await newColleague(server, await newOrganization(server, 'dealer'), 'owner');
  const dealer = person(server.url, sixthSite, 'ja', forging);
  for (const [name, value] of owner.cookies) dealer.cookies.set(name, value);
  const invited = { name: '見本 次郎', mail: 'invited@example.jp' };
  asked.push(await dealer.create(`${owner.path}/invitations`, { ...invited, role: 'member', language: 'ja' }));
  expect(asked.map(({ status }) => status)).toEqual([204, 204, 204, 201, 200, 201]);
  await Promise.all(
    [
      ['unfinished@example.jp', 1],
      [mail, 6],
      ['new@example.jp', 1],
      ['invited@example.jp', 1],
    ].map(([to, count]) => server.mail.waitFor(() => mailsTo(String(to)).length >= Number(count))),
  );
  const addresses = [site, sixthSite].map((one) => new URL(server.app.sites.get(one)?.address ?? '').origin);
  for (const { text, html, raw } of server.mail.mails) {
    const links = `${text} ${html}`.matchAll(/[a-z]+:\/\/[^\s"'<>]+/gi);
    for (const [link] of links) expect(addresses).toContain(new URL(link).origin);
    expect(`${raw} ${text} ${html}`).not.toContain('evil');
  }
});

const mailsTo = (to: string) => server.mail.mails.filter((one) => one.to === to);
