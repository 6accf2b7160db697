import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from '../../server/config.ts';
import type { FaultRun } from '../kit/faults.ts';
import { atTime } from '../kit/moving-date.ts';
import { clocksAndKills } from './kinds.ts';
import { flowsOfAllPortals, strikeAll } from './run.ts';

/** A day that clocks may pass, forwards and back: it is noon of it where nobody sets any. `timeZone` is the one of the site of the ledgers. */
export type Day = { at: string; timeZone?: string };

const zonedSite = 'printer';

/** Clocks that are set, and kills, on such a day: all flows go on the day before and the day after as well. */
export function strikeOn({ at, timeZone }: Day) {
  return async (run: FaultRun) => {
    const sitesDir = timeZone === undefined ? undefined : await sitesIn(run.dataDir, timeZone);
    return atTime(Date.parse(at) - Date.now(), () => strikeAll(clocksAndKills, flowsOfAllPortals, sitesDir)(run));
  };
}

async function sitesIn(folder: string, timeZone: string): Promise<string> {
  const sites = join(folder, 'sites');
  await cp(join(checkout, 'sites'), sites, { recursive: true });
  const file = join(sites, zonedSite, 'site.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, `${text.replace(/^timeZone:.*\n/m, '')}\ntimeZone: ${timeZone}\n`);
  return sites;
}
