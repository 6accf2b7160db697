import { makeConnection } from '../../web/context/live/connection.ts';
import type { Person } from '../../tools/test/person.ts';

/** A page that somebody has open: what it shows of one device. */
export type Page = {
  /** The time of the newest report that it has shown. */
  newestMs(): number;
  /** How often its stream was opened. */
  opened(): number;
  faults(): string[];
  close(): void;
};

/** Watches with the very code of the web app, which connects again by itself. */
export function openPage(
  { url }: { url: string },
  { path, cookies }: Pick<Person, 'cookies'> & { path: string },
  site: string,
  topic: string,
): Page {
  let opened = 0;
  let newestMs = -Infinity;
  const faults: string[] = [];
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const connection = makeConnection({
    open: async (topics, signal) => {
      const answer = await fetch(`${url}/api/${site}${path}/live?topics=${topics.join(',')}`, {
        headers: { cookie },
        signal,
      });
      if (answer.status !== 200 || !answer.body) throw new Error(`the page was answered ${answer.status}`);
      opened += 1;
      return answer.body;
    },
    isVisible: () => true,
    random: () => 0,
  });
  const leave = connection.watch({
    topic,
    shown: (data) => {
      const { latest } = data as { latest: { at: string } | null };
      const atMs = latest ? Date.parse(latest.at) : -Infinity;
      if (atMs < newestMs) faults.push(`${topic} went back from ${newestMs} to ${atMs}`);
      newestMs = Math.max(newestMs, atMs);
    },
    changed: () => undefined,
    state: (state) => {
      if (state === 'ended') faults.push(`${topic} ended for somebody who may see it`);
    },
  });
  return { newestMs: () => newestMs, opened: () => opened, faults: () => faults, close: leave };
}
