import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Member } from '../../tools/test/accounts.ts';
import { memoryMb } from '../kit/memory.ts';

const sampleEveryMs = 20;
const lineFeed = 10;

export type Taken = {
  seconds: number;
  bytes: number;
  /** Lines below the headings; of a file that has lines. */
  rows: number;
  /** How far the server's resident memory rose above what it was before. */
  growthMb: number;
};

/** Takes a file as fast as it comes and throws it away, watching the memory of the server's process. */
export async function takeFile(url: string, pid: number, member: Member, path: string): Promise<Taken> {
  const cookie = [...member.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const before = memoryMb(pid).resident;
  let highest = before;
  const watch = new AbortController();
  const watching = (async () => {
    while (!watch.signal.aborted) {
      highest = Math.max(highest, memoryMb(pid).resident);
      await sleep(sampleEveryMs);
    }
  })();
  const started = performance.now();
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}/api/conference${member.path}/exports/${path}`, { headers: { cookie } }, resolve).once('error', reject);
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
  watch.abort();
  await watching;
  return { seconds, bytes, rows: lines - 1, growthMb: highest - before };
}
