import { deviceOptions } from '../../domain/site/capabilities.ts';
import { createLog } from '../../server/kernel/log.ts';
import { readFlags } from '../arguments.ts';
import { CommandFailure, UsageError, type Command } from '../command.ts';
import { configOrFail } from '../config.ts';
import { stopSignal } from '../stop-signal.ts';
import { wholeNumber } from '../whole-number.ts';

const countMax = 10_000;
const portMax = 65_535;

export const command: Command = {
  name: 'simulate printers',
  summary: 'Run simulated printers beside a running server; each reports what a made-up office did with it',
  usage:
    '--site SITE --count N [--model MODEL] [--way mqtt|https] [--seed TEXT] [--offline PERCENT] [--faults PERCENT] [--state FILE] [--port PORT]',
  run: async (args) => {
    const flags = readFlags(args, ['site', 'count'], ['model', 'way', 'seed', 'offline', 'faults', 'state', 'port']);
    const count = wholeNumber(flags.count, '--count', 1, countMax);
    const offlinePercent = wholeNumber(flags.offline ?? '0', '--offline', 0, 100);
    const faultPercent = wholeNumber(flags.faults ?? '0', '--faults', 0, 100);
    const port = wholeNumber(flags.port ?? '0', '--port', 0, portMax);
    const { simulatePrinters, ways } = await import('../../edge/printer/simulate.ts');
    const way = ways.find((one) => one === (flags.way ?? 'mqtt'));
    if (!way) throw new UsageError(`--way is one of ${ways.join(', ')}`);
    const config = configOrFail();
    const { withApp } = await import('../../server/workbench.ts');
    const { simulatedDevices } = await import('../../server/readings/simulated.ts');
    const { factories, models } = await withApp(config, createLog('warn'), async (app) => {
      const site = app.sites.get(flags.site);
      if (!site || !('counters' in site.capabilities))
        throw new CommandFailure(`there is no site "${flags.site}" whose devices count`);
      const counting = deviceOptions(site).models.filter(({ counters }) => counters.length > 0);
      const chosen = counting.filter(({ id }) => flags.model === undefined || id === flags.model);
      if (chosen.length === 0) throw new CommandFailure(`there is no model "${flags.model}" that counts`);
      const made = [];
      for (const [at, { id }] of chosen.entries()) {
        const own = Math.floor((count + chosen.length - 1 - at) / chosen.length);
        if (own > 0) made.push(...(await simulatedDevices(app, site, id, own)));
      }
      return { factories: made, models: new Map(counting.map((model) => [model.id, model])) };
    });
    const url = config.publicUrl ?? `http://localhost:${config.port}`;
    const running = await simulatePrinters({
      url,
      factories,
      models,
      way,
      seed: flags.seed ?? 'engawa',
      offlinePercent,
      faultPercent,
      ...(flags.state && { stateFile: flags.state }),
    });
    const { servePages } = await import('../../edge/pages/serve.ts');
    const { printerPages } = await import('../../edge/printer/routes.ts');
    const pages = await servePages(printerPages(running, models), port);
    console.log(
      `${factories.length} printers report to ${url}: ${factories[0]?.serial} to ${factories.at(-1)?.serial}`,
    );
    console.log(`Direct them at ${pages.url}`);
    await stopSignal();
    await pages.close();
    await running.close();
    return 0;
  },
};
