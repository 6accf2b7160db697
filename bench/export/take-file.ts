import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Person } from '../../tools/test/person.ts';
import { watchMemory } from '../kit/memory.ts';

const lineFeed = 10;

/** Somebody of an organization, who takes a file. */
export type Taker = Pick<Person, 'cookies'> & { path: string };

export type Taken = {
  seconds: number;
  bytes: number;
  /** Lines below the headings; of a file that has lines. */
  rows: number;
  /** How far the server's resident memory rose above what it was before. */
  growthMb: number;
};

/** Takes a file as fast as it comes and throws it away, watching the memory of the server's process. */
export async function takeFile(
  url: string,
  pid: number,
  member: Taker,
  path: string,
  site = 'conference',
): Promise<Taken> {
  const cookie = [...member.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const memory = watchMemory(pid);
  const started = performance.now();
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}/api/${site}${member.path}/exports/${path}`, { headers: { cookie } }, resolve).once('error', reject);
  });
  if (answer.statusCode !== 200) throw new Error(`the export answers ${answer.statusCode}`);
  let bytes = 0;
  let lines = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) lines += 1;
  }
  if (!answer.complete) throw new Error('the export broke off');
  const seconds = (performance.now() - started) / 1000;
  return { seconds, bytes, rows: lines - 1, growthMb: await memory.stop() };
}
