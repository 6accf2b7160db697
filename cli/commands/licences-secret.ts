import { parseArgs } from 'node:util';
import { createLog } from '../../server/kernel/log.ts';
import { required } from '../arguments.ts';
import { CommandFailure, type Command } from '../command.ts';
import { configOrFail } from '../config.ts';
import { siteOrFail } from '../site.ts';

export const command: Command = {
  name: 'licences secret',
  summary: "Print the secret with which a site's shop signs its orders, for the shop's operator",
  usage: '--site SITE',
  run: async (args) => {
    const { values } = parseArgs({ args, options: { site: { type: 'string' } } });
    const config = configOrFail();
    const site = await siteOrFail(config, required(values.site, '--site', 'the ID of a site'));
    if (!('licences' in site.capabilities)) throw new CommandFailure(`the site "${site.id}" has no licences`);
    const { withApp } = await import('../../server/workbench.ts');
    const { shopSecret, writtenSecret } = await import('../../server/licences/stock/shop-secret.ts');
    const secret = await withApp(config, createLog('warn'), (app) => shopSecret(app.keyProvider, site));
    if (!secret) throw new CommandFailure(`the site "${site.id}" names no shop under capabilities.licences.shop`);
    console.log(writtenSecret(secret));
    return 0;
  },
};
