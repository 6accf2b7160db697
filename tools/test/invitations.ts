import type { Colleague } from './organizations.ts';
import { person, type Person } from './person.ts';
import type { TestServer } from './server.ts';
import { sixthSite } from './sixth-site.ts';

/** What who is invited chooses as the password. */
export const invitedPassword = 'a kettle whistles in the morning';

type Server = Pick<TestServer, 'url' | 'mail'>;

export const invite = (by: Colleague, body: Record<string, unknown>) =>
  by.create(`${by.path}/invitations`, { role: 'member', ...body });
export const inviteAgain = (by: Colleague, id: unknown) =>
  by.call('POST', `${by.path}/invitations/${String(id)}/again`);
export const withdraw = (by: Colleague, id: unknown) => by.call('DELETE', `${by.path}/invitations/${String(id)}`);
export const waiting = async (by: Colleague) =>
  (await by.call('GET', `${by.path}/invitations?pageSize=100`)).body.items as {
    id: string;
    mail: string;
    over: boolean;
  }[];

/** The tokens mailed to an address, in their order, once there are so many. */
export async function mailedTokens({ mail }: Pick<Server, 'mail'>, to: string, count = 1): Promise<string[]> {
  const found = () => mail.mails.filter((one) => one.to === to && one.text.includes('/invitation#'));
  await mail.waitFor(() => found().length >= count);
  return found().map(({ text }) => /\/invitation#([A-Za-z0-9_-]+)/.exec(text)?.[1] ?? '');
}

/** Somebody at the made-up site who has no account. */
export const newcomer = ({ url }: Pick<Server, 'url'>): Person => person(url, sixthSite);
export const checkInvitation = (server: Server, token: string) =>
  newcomer(server).call('POST', '/invitations/check', { token });

export async function acceptInvitation(server: Server, token: string, more: Record<string, unknown> = {}) {
  const { documents } = (await checkInvitation(server, token)).body;
  return newcomer(server).create('/invitations/accept', {
    token,
    name: '見本 三郎',
    password: invitedPassword,
    language: 'ja',
    agreed: documents ?? [],
    ...more,
  });
}
