import { generateSync } from 'otplib';
import type { Clock } from '../../server/kernel/clock.ts';
import type { Person } from './person.ts';
import { testPassword } from './accounts.ts';
import type { authenticator } from './authenticator.ts';
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
