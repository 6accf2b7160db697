import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatFault, type SiteFault } from '../../domain/site/fault.ts';
import { faultsAmong } from '../../server/capability.ts';
import { loadSite } from '../../server/sites/load.ts';
import { CommandFailure, UsageError, type Command } from '../command.ts';

export const command: Command = {
  name: 'site check',
  summary: "Check a site's folder: data, documents, deviations from ASVS",
  usage: 'DIR',
  run: async (args) => {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    const [typed, ...more] = positionals;
    if (typed === undefined || more.length > 0)
      throw new UsageError('it takes one folder, for instance sites/conference');
    const folder = resolve(typed);
    if (!existsSync(folder)) throw new CommandFailure(`there is no folder ${folder}`);
    const site = await loadSite(folder, basename(folder), 'http://localhost:3000');
    if (Array.isArray(site)) return tell(site);
    const { capabilities } = await import('../../server/capabilities.ts');
    const faults = faultsAmong(capabilities, site);
    if (faults.length > 0) return tell(faults);
    console.log(`${site.id}: ${site.name.en} (${site.name.ja})`);
    console.log(`  capabilities: ${Object.keys(site.capabilities).join(', ') || 'none'}`);
    console.log(
      `  documents: ${site.documents.map(({ name, version, language }) => `${name} ${version} ${language}`).join(', ') || 'none'}`,
    );
    for (const { asvs, why } of site.deviations) console.log(`  deviates from ASVS ${asvs}: ${why}`);
    console.log('  no faults');
    return 0;
  },
};

function tell(faults: readonly SiteFault[]): number {
  for (const fault of faults) console.error(formatFault(fault));
  console.error(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`);
  return 1;
}
