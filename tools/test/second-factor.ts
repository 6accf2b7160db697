import { generateSync } from 'otplib';
import type { Clock } from '../../server/kernel/clock.ts';
import { newCompany, testPassword, type Member } from './accounts.ts';
import type { authenticator } from './authenticator.ts';
import { person, type Person } from './person.ts';
import type { TestServer } from './server.ts';

const path = '/account/second-factor';

/** What an authenticator app shows for a secret at the server's time, or so many steps of 30 s away from it. */
export function codeOf({ clock }: { clock: Clock }, secret: string, away = 0): string {
  return generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1000) + away * 30 });
}

/** Sets an authenticator app up as people do. Gives its secret and the recovery codes, and moves on to the next code. */
export async function setUpApp(
  server: Pick<TestServer, 'clock'>,
  someone: Person,
  password = testPassword,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const setup = await someone.call('POST', `${path}/totp/setup`, { password });
  if (setup.status !== 200) throw new Error(setup.text);
  const secret = String(setup.body.secret);
  const added = await someone.call('POST', `${path}/totp`, { code: codeOf(server, secret) });
  if (added.status !== 200) throw new Error(added.text);
  server.clock.move(30_000);
  return { secret, recoveryCodes: (added.body.recoveryCodes ?? []) as string[] };
}

/** Adds a passkey as a browser does. */
export async function addPasskey(
  someone: Person,
  key: ReturnType<typeof authenticator>,
  password = testPassword,
): Promise<{ recoveryCodes: string[] }> {
  const asked = await someone.call('POST', `${path}/passkeys/options`, { password });
  if (asked.status !== 200) throw new Error(asked.text);
  const response = key.make(asked.body.options);
  const added = await someone.call('POST', `${path}/passkeys`, { name: 'my key', response });
  if (added.status !== 200) throw new Error(added.text);
  return { recoveryCodes: (added.body.recoveryCodes ?? []) as string[] };
}

/** A company whose owner has an authenticator app. */
export async function withApp(server: TestServer) {
  const company = await newCompany(server);
  const { secret, recoveryCodes } = await setUpApp(server, company);
  return { company, secret, recoveryCodes };
}

export const beginLogin = (someone: Person, { loginId }: Member) =>
  someone.call('POST', '/session', { loginId, password: testPassword });
export const answerStep = (someone: Person, code: string, kind = 'totp') =>
  someone.call('POST', '/session/second-step', { kind, code });

/** Somebody at a browser that never got in, with the password right. */
export async function halfWay({ url }: Pick<TestServer, 'url'>, company: Member): Promise<Person> {
  const someone = person(url, 'conference');
  const { status, body } = await beginLogin(someone, company);
  if (status !== 401 || body.type !== '/problems/accounts/second-factor-needed') throw new Error(JSON.stringify(body));
  return someone;
}
