import type { Colleague } from '../../tools/test/organizations.ts';
import { median, percentile, rounded, tableOf } from '../kit/figures.ts';
import { dayOf, monthsBefore } from './calendar.ts';

const warmUps = 2;

/** What people ask; the first ones are of one month over all devices. */
const questions = (): readonly { name: string; path: string; judged: boolean }[] => {
  const month = monthsBefore(1);
  const of = (from: string, to: string) => `from=${from}&to=${to}`;
  return [
    { name: 'one month', path: `?${of(month, month)}`, judged: true },
    { name: 'one month, the counters tab', path: `/periods/${month}?tab=counters`, judged: true },
    { name: 'one month, all tabs', path: `/periods/${month}?by=month`, judged: true },
    { name: 'four months, as the form begins', path: `?${of(monthsBefore(3), monthsBefore(0))}`, judged: true },
    {
      name: 'four months, last readings',
      path: `?${of(monthsBefore(3), monthsBefore(0))}&kind=cumulative`,
      judged: true,
    },
    { name: 'twelve months', path: `?${of(monthsBefore(11), monthsBefore(0))}`, judged: false },
    { name: 'four months, by total', path: `?${of(monthsBefore(3), monthsBefore(0))}&sort=-total`, judged: false },
    { name: 'twenty days', path: `?by=day&${of(dayOf(-21), dayOf(-2))}`, judged: false },
  ];
};

/** The longest of the medians of those questions that have a limit, in milliseconds. */
export async function askPages(
  owner: Colleague,
  rounds: number,
  say: (line: string) => void,
): Promise<{ pageMs: number }> {
  const found: { name: string; judged: boolean; waits: number[] }[] = [];
  for (const { name, path, judged } of questions()) {
    const waits: number[] = [];
    for (let round = -warmUps; round < rounds * 2; round += 1) {
      const started = performance.now();
      const answer = await owner.call('GET', `${owner.path}/counters${path}&pageSize=50`);
      const waited = performance.now() - started;
      if (answer.status !== 200) throw new Error(answer.text);
      const { items, total } = answer.body as { items: unknown[]; total: number };
      if (items.length !== 50 || total < 50) throw new Error(`${items.length} rows of ${total} for ${name}`);
      if (round >= 0) waits.push(waited);
    }
    found.push({ name, judged, waits });
  }
  const rows = found.map(({ name, waits }) => [name, rounded(median(waits), 1), rounded(percentile(waits, 95), 1)]);
  for (const line of tableOf(['page of 50 with totals', 'median, ms', 'p95, ms'], rows)) say(line);
  return { pageMs: Math.max(...found.filter(({ judged }) => judged).map(({ waits }) => median(waits))) };
}
