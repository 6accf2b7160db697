import { capabilities } from '../../server/capabilities.ts';
import type { Actor } from '../../tools/test/hall-actors.ts';
import { hallsSite } from '../../tools/test/hall-site.ts';

const device = (names: readonly string[], id: string) => names.flatMap((name) => [name, `${name}/${id}`]);

/** Every topic of live updates, by itself and for one device. */
export function topicsAbout(id: string): string[] {
  const names = capabilities.flatMap(({ live = [] }) => live.map(({ name }) => name));
  return device([...new Set(names)], id);
}

export type Eavesdropper = { heard: () => string; messages: () => number; leave: () => void };

/** Watches all topics of a device that is another's, at the page of one's own organization, for as long as the stream lasts. */
export async function eavesdrop(url: string, { someone, organization }: Actor, id: string): Promise<Eavesdropper> {
  const leaving = new AbortController();
  const answer = await fetch(
    `${url}/api/${hallsSite}/organizations/${organization}/live?topics=${topicsAbout(id).join(',')}`,
    {
      headers: { cookie: [...someone.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      signal: leaving.signal,
    },
  );
  if (!answer.ok || !answer.body) throw new Error(`no live updates: ${answer.status} ${await answer.text()}`);
  let heard = '';
  const listen = async (body: ReadableStream<Uint8Array>) => {
    for await (const text of body.pipeThrough(new TextDecoderStream())) heard += text;
  };
  // The stream breaks where the server is killed; what came until then counts.
  void listen(answer.body).catch(() => undefined);
  return {
    heard: () => heard,
    messages: () => heard.split('\n\n').length - 1,
    leave: () => leaving.abort(),
  };
}
