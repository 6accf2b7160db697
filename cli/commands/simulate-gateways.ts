import { findModel } from '../../domain/devices/options.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import { createLog } from '../../server/kernel/log.ts';
import { readFlags } from '../arguments.ts';
import { CommandFailure, type Command } from '../command.ts';
import { configOrFail } from '../config.ts';
import { stopSignal } from '../stop-signal.ts';
import { wholeNumber } from '../whole-number.ts';

const countMax = 10_000;
const portMax = 65_535;

export const command: Command = {
  name: 'simulate gateways',
  summary: 'Run simulated gateways beside a running server; each reports every minute what a made-up house did',
  usage:
    '--site SITE --model MODEL --count N [--seed TEXT] [--offline PERCENT] [--faults PERCENT] [--state FILE] [--port PORT]',
  run: async (args) => {
    const flags = readFlags(args, ['site', 'model', 'count'], ['seed', 'offline', 'faults', 'state', 'port']);
    const count = wholeNumber(flags.count, '--count', 1, countMax);
    const offlinePercent = wholeNumber(flags.offline ?? '0', '--offline', 0, 100);
    const faultPercent = wholeNumber(flags.faults ?? '0', '--faults', 0, 100);
    const port = wholeNumber(flags.port ?? '0', '--port', 0, portMax);
    const config = configOrFail();
    const { withApp } = await import('../../server/workbench.ts');
    const { simulatedDevices } = await import('../../server/readings/simulated.ts');
    const { factories, model } = await withApp(config, createLog('warn'), async (app) => {
      const site = app.sites.get(flags.site);
      if (!site || !('readings' in site.capabilities))
        throw new CommandFailure(`there is no site "${flags.site}" whose devices report`);
      const made = await simulatedDevices(app, site, flags.model, count);
      return { factories: made, model: findModel(deviceOptions(site), flags.model) };
    });
    const { simulateGateways } = await import('../../edge/gateway/simulate.ts');
    const url = config.publicUrl ?? `http://localhost:${config.port}`;
    const running = await simulateGateways({
      url,
      factories,
      seed: flags.seed ?? 'engawa',
      offlinePercent,
      faultPercent,
      metrics: model?.metrics.map(({ code }) => code) ?? [],
      ...(flags.state && { stateFile: flags.state }),
    });
    const { servePages } = await import('../../edge/pages/serve.ts');
    const { gatewayPages } = await import('../../edge/gateway/routes.ts');
    const faults = (model?.statuses ?? []).filter(({ severity }) => severity !== 'normal');
    const pages = await servePages(gatewayPages([{ ...running, faults }]), port);
    console.log(`${count} gateways report to ${url}: ${factories[0]?.serial} to ${factories.at(-1)?.serial}`);
    console.log(`Direct them at ${pages.url}`);
    await stopSignal();
    await pages.close();
    await running.close();
    return 0;
  },
};
