import { parseMessage, type LiveMessage } from '../../domain/live/messages.ts';
import type { Person } from './person.ts';

export type Watcher = {
  status: number;
  headers: Headers;
  /** The next message; null when the stream is over. */
  next(): Promise<LiveMessage | null>;
  /** Passes over messages until one of this kind. */
  until<K extends LiveMessage['kind']>(kind: K): Promise<Extract<LiveMessage, { kind: K }>>;
  leave(): void;
};

/** Opens a stream of live updates as a browser of this person would. */
export async function watchLive(
  { url }: { url: string },
  someone: Pick<Person, 'cookies'> & { path: string },
  siteId: string,
  topics: readonly string[],
): Promise<Watcher> {
  const leaving = new AbortController();
  const answer = await fetch(`${url}/api/${siteId}${someone.path}/live?topics=${topics.join(',')}`, {
    headers: { cookie: [...someone.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    signal: leaving.signal,
  });
  const events = messagesOf(answer.body as ReadableStream<Uint8Array>);
  const next = async () => (await events.next()).value ?? null;
  return {
    status: answer.status,
    headers: answer.headers,
    next,
    until: async (kind) => {
      for (;;) {
        const message = await next();
        if (!message) throw new Error(`the stream ended without "${kind}"`);
        if (message.kind === kind) return message as never;
      }
    },
    leave: () => leaving.abort(),
  };
}

async function* messagesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<LiveMessage, null> {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const message = parseMessage(event);
      if (message) yield message;
    }
  }
  return null;
}
