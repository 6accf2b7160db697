import { writeFile } from 'node:fs/promises';
import { translatorFor } from '../../domain/texts/translator.ts';
import { createLog } from '../../server/kernel/log.ts';
import { readFlags } from '../arguments.ts';
import { CommandFailure, type Command } from '../command.ts';
import { configOrFail } from '../config.ts';

export const command: Command = {
  name: 'factory',
  summary: 'Write the factory file of one unit: its device ID and its own secrets',
  usage: '--site SITE --category CATEGORY --device-id ID --out FILE',
  run: async (args) => {
    const flags = readFlags(args, ['site', 'category', 'device-id', 'out']);
    const { withApp } = await import('../../server/workbench.ts');
    const { factoryFileOf } = await import('../../server/registration-keys/factory.ts');
    return withApp(configOrFail(), createLog('warn'), async (app) => {
      const site = app.sites.get(flags.site);
      if (!site || !('registration-keys' in site.capabilities))
        throw new CommandFailure(`there is no site "${flags.site}" with registration keys`);
      const file = await factoryFileOf(app, site, flags.category, flags['device-id']);
      if (!file.ok) {
        const capability = file.code === 'not-issued-here' ? 'registration-keys' : 'identifiers';
        throw new CommandFailure(translatorFor('en', 'problems')(`${capability}/${file.code}`, file.params));
      }
      await writeFile(flags.out, `${JSON.stringify(file.value, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
      console.log(`Wrote ${flags.out}. It holds the secrets of this one unit: give it to nobody else.`);
      return 0;
    });
  },
};
