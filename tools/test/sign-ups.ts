import { agreements, tokenIn } from './accounts.ts';
import type { Answer, Person } from './person.ts';
import { browserAt, type Column } from './policy-table.ts';
import type { TestServer } from './server.ts';

type Server = Pick<TestServer, 'url' | 'mail'>;
export type Values = Record<string, unknown>;

/** A filled-in form of each kind of field; a site takes those that it asks for. */
export const filledIn: Values = {
  organizationForm: 'company',
  company: '見本商事株式会社',
  department: '営業部',
  personInCharge: '見本 花子',
  name: '見本 花子',
  kana: 'ミホン ハナコ',
  country: 'JP',
  postalCode: '1000001',
  address1: '東京都',
  address2: '千代田区',
  phone: '03-1234-5678',
};

export type SignedUp = { someone: Person; answer: Answer; mail: string };

/** Fills in and sends the form of a way, with the documents that it shows. `values` are laid over the filled-in form. */
export async function signUpAt(
  server: Server,
  column: Column,
  organization: 'dealer' | 'customer',
  { mail, ...values }: Values & { mail: string },
  more: { password?: string; someone?: Person } = {},
): Promise<SignedUp> {
  const someone = more.someone ?? browserAt(server, column);
  const site = await someone.call('GET', '');
  const ways = site.body.signUps as { organization: string; fields: { field: string }[] }[];
  const asked = ways.find((way) => way.organization === organization)?.fields ?? [];
  const given: Values = { ...filledIn, mail, mailAgain: mail, ...values };
  const typed = Object.fromEntries(asked.flatMap(({ field }) => (field in given ? [[field, given[field]]] : [])));
  const { password } = more;
  const agreed = (await agreements(someone)).filter(
    ({ document, version }, at, all) =>
      all.findIndex((one) => one.document === document && one.version === version) === at,
  );
  const body = { organization, values: typed, language: 'ja', agreed, ...(password !== undefined && { password }) };
  return { someone, mail, answer: await someone.create('/sign-ups', body) };
}

/** The token of the newest link that went to an address, once there are so many mails with one. */
export async function linkTo({ mail }: Pick<TestServer, 'mail'>, address: string, count = 1): Promise<string> {
  const links = () => mail.mails.filter(({ to, text }) => to === address && text.includes('set-password#'));
  await mail.waitFor(() => links().length >= count);
  return tokenIn(links().at(-1)?.text ?? '');
}

/** The digits of the newest code that went to an address, once there are so many mails with one. */
export async function codeTo({ mail }: Pick<TestServer, 'mail'>, address: string, count = 1): Promise<string> {
  const codes = () =>
    mail.mails.flatMap(({ to, text }) => (to === address && /確認コード: (\d+)/.exec(text)?.[1]) || []);
  await mail.waitFor(() => codes().length >= count);
  return codes().at(-1) ?? '';
}

/** What an answer says is wrong, as "/pointer capability/code"; nothing when it was taken. */
export function faultsIn({ status, body }: Answer): string[] {
  if (status < 300) return [];
  const errors = (body.errors ?? []) as { pointer: string; code: string }[];
  return errors.length > 0 ? errors.map(({ pointer, code }) => `${pointer} ${code}`) : [String(body.type)];
}
