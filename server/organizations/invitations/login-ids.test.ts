import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite, mailedTokens } from '../../../tools/test/invitations.ts';
import { invited, newColleague, newOrganization, withDealers } from '../../../tools/test/organizations.ts';
import { person } from '../../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
});
afterAll(() => server.close());

describe('P-15 how the login ID comes about is the site’s', () => {
  type Case = [string, 'dealer' | 'customer', string, Record<string, unknown>, Record<string, unknown>, RegExp];
  test.each<Case>([
    ['conference', 'dealer', 'Engawa26', {}, {}, /^[A-Za-z0-9]{8,10}$/],
    ['energy', 'dealer', 'Veranda7Kumo', {}, { loginId: 'Hanako_2' }, /^Hanako_2$/],
    ['ups', 'customer', 'Engawa-26-Kumo!', {}, {}, /^invited-.*@example\.jp$/],
    ['printer', 'customer', 'Veranda7Kumo', { loginId: 'tantou01' }, {}, /^tantou01$/],
  ])('%s: a colleague of a %s', async (siteId, kind, ownPassword, byInviter, byInvited, expected) => {
    const organization = await newOrganization(server, kind, '見本商事', siteId);
    const owner = await newColleague(server, organization, 'owner', { siteId });
    const who = invited(byInviter);
    expect((await invite(owner, who)).status).toBe(201);
    const [token = ''] = await mailedTokens(server, who.mail);
    const there = person(server.url, siteId);
    const shown = await there.call('POST', '/invitations/check', { token });
    expect(shown.status).toBe(200);
    const body = { token, name: '見本 三郎', language: 'ja', agreed: shown.body.documents };
    const refused = await there.create('/invitations/accept', { ...body, ...byInvited, password: 'x' });
    expect(refused.status).toBe(422);
    const made = await there.create('/invitations/accept', { ...body, ...byInvited, password: ownPassword });
    expect([made.status, made.body.loginId]).toEqual([201, expect.stringMatching(expected)]);
    const { loginId } = made.body;
    const session = await there.call('POST', '/session', { loginId, password: ownPassword });
    expect(session.body).toMatchObject({ user: { role: 'member' }, organization: { id: organization }, owed: [] });
    const mail = await server.mail.waitFor(
      (one) => one.to === who.mail && one.text.includes(`ログインID: ${String(loginId)}`),
    );
    expect(mail.text).toContain('見本商事');
  });

  test('a login ID that is taken or does not fit is told at its field; the invitation stays good', async () => {
    const siteId = 'energy';
    const organization = await newOrganization(server, 'dealer', '見本商事', siteId);
    const owner = await newColleague(server, organization, 'owner', { siteId });
    const taken = 'Tsukawa_1';
    for (const loginId of [taken, 'ab', taken.toLowerCase()]) {
      const who = invited();
      await invite(owner, who);
      const [token = ''] = await mailedTokens(server, who.mail);
      const there = person(server.url, siteId);
      const { documents } = (await there.call('POST', '/invitations/check', { token })).body;
      const body = { token, name: '見本', language: 'ja', agreed: documents, password: 'Veranda7Kumo' };
      const answer = await there.create('/invitations/accept', { ...body, loginId });
      expect([answer.status, answer.body.errors ?? [{ pointer: '/loginId' }]]).toEqual([
        loginId === taken ? 201 : 422,
        [expect.objectContaining({ pointer: '/loginId' })],
      ]);
      expect((await there.call('POST', '/invitations/check', { token })).status).toBe(loginId === taken ? 422 : 200);
    }
  });
});
