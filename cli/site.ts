import type { Site } from '../server/kernel/app.ts';
import { loadSites } from '../server/sites/load.ts';
import type { Config } from '../server/config.ts';
import { nearestName } from '../server/kernel/nearest-name.ts';
import { UsageError } from './command.ts';

/** The site of that ID, or the IDs there are. */
export async function siteOrFail(config: Config, id: string): Promise<Site> {
  const sites = await loadSites(config.sitesDir, config.publicUrl ?? `http://localhost:${config.port}`);
  const site = sites.get(id);
  if (site) return site;
  const names = [...sites.keys()];
  const nearest = nearestName(id, names);
  throw new UsageError(
    `there is no site "${id}"${nearest ? `; did you mean "${nearest}"?` : ''} There are: ${names.join(', ')}`,
  );
}
