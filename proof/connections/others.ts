import { person, type Person } from '../../tools/test/person.ts';
import { fetchFromMany } from '../kit/fetch-from.ts';

const callersAtOnce = 4;
const addresses = 60;
const percentile = 0.95;

/** What somebody does who means no harm: looks at lists and at their own data, from many addresses, so that no limit of a minute answers. */
export type Others = { ask: (requests: number) => Promise<{ p95Ms: number; faults: string[] }> };

export function others(url: string, site: string, one: Pick<Person, 'cookies'> & { path: string }): Others {
  const send = fetchFromMany(addresses);
  const someone = person(url, site, 'ja', send);
  for (const [name, value] of one.cookies) someone.cookies.set(name, value);
  const paths = ['/session', `${one.path}/imports`, `${one.path}/registration-keys`, ''];
  return {
    ask: async (requests) => {
      const times: number[] = [];
      const faults: string[] = [];
      let asked = 0;
      const caller = async () => {
        while (asked < requests) {
          const path = paths[asked % paths.length] ?? '';
          asked += 1;
          const began = performance.now();
          const answer = await someone.call('GET', path).catch((error: unknown) => String(error));
          times.push(performance.now() - began);
          if (typeof answer === 'string') faults.push(`somebody else was not served: ${path} ${answer}`);
          else if (answer.status !== 200)
            faults.push(`somebody else was not served: ${path} ${answer.status} ${answer.text}`);
        }
      };
      await Promise.all(Array.from({ length: callersAtOnce }, caller));
      times.sort((one, other) => one - other);
      return { p95Ms: times[Math.floor(times.length * percentile)] ?? 0, faults };
    },
  };
}
