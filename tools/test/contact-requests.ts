import { randomUUID } from 'node:crypto';
import { insideId } from '../../server/kernel/ids.ts';
import type { Answer } from './person.ts';
import type { Colleague } from './organizations.ts';
import type { TestServer } from './server.ts';

/** Where devices, keys and requests are offered together. */
export const askingSite = 'ups';

export const question = { kind: 'usage', text: '使い方を教えてください。' };

/** Asks the operators as a user does; the outside ID of the request. */
export async function askOperators(who: Colleague, more: Record<string, unknown> = {}): Promise<string> {
  const { status, body, text } = await who.create(`${who.path}/contact-requests`, { ...question, ...more });
  if (status !== 201) throw new Error(text);
  return String(body.id);
}

export const asStranger = (more: Record<string, unknown> = {}) => ({
  ...question,
  name: '見本 花子',
  mail: 'hanako@example.jp',
  organization: '',
  language: 'ja',
  ...more,
});

/** The request as an operator sees it, and how to act on what was seen. */
export async function onDesk(operator: Colleague, id: string) {
  const path = `${operator.path}/contact-desk/${id}`;
  const { status, body, headers } = await operator.call('GET', path);
  const seen = { 'if-match': headers.get('etag') ?? '' };
  return {
    status,
    body,
    seen,
    answer: (text: string, header: Record<string, string> = seen): Promise<Answer> =>
      operator.call('POST', `${path}/answers`, { text }, { 'idempotency-key': randomUUID(), ...header }),
    close: (header = seen): Promise<Answer> => operator.call('POST', `${path}/close`, undefined, header),
    reopen: (header = seen): Promise<Answer> => operator.call('POST', `${path}/reopen`, undefined, header),
  };
}

/** What is kept of a request, and nothing once it is forgotten. */
export function keptOf({ app }: Pick<TestServer, 'app'>, id: string) {
  return app.db.selectFrom('contact_requests').selectAll().where('id', '=', insideId(id)).executeTakeFirst();
}
