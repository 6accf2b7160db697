import { createLog } from '../../server/kernel/log.ts';
import { readFlags } from '../arguments.ts';
import { CommandFailure, UsageError, type Command } from '../command.ts';
import { configOrFail } from '../config.ts';
import { stopSignal } from '../stop-signal.ts';

const countMax = 10_000;

export const command: Command = {
  name: 'simulate gateways',
  summary: 'Run simulated gateways beside a running server; each reports every minute what a made-up house did',
  usage: '--site SITE --model MODEL --count N [--seed TEXT] [--offline PERCENT] [--faults PERCENT]',
  run: async (args) => {
    const flags = readFlags(args, ['site', 'model', 'count'], ['seed', 'offline', 'faults']);
    const count = wholeNumber(flags.count, '--count', 1, countMax);
    const offlinePercent = wholeNumber(flags.offline ?? '0', '--offline', 0, 100);
    const faultPercent = wholeNumber(flags.faults ?? '0', '--faults', 0, 100);
    const config = configOrFail();
    const { withApp } = await import('../../server/workbench.ts');
    const { simulatedDevices } = await import('../../server/readings/simulated.ts');
    const factories = await withApp(config, createLog('warn'), async (app) => {
      const site = app.sites.get(flags.site);
      if (!site || !('readings' in site.capabilities))
        throw new CommandFailure(`there is no site "${flags.site}" whose devices report`);
      return simulatedDevices(app, site, flags.model, count);
    });
    const { simulateGateways } = await import('../../edge/gateway/simulate.ts');
    const url = config.publicUrl ?? `http://localhost:${config.port}`;
    const running = await simulateGateways({
      url,
      factories,
      seed: flags.seed ?? 'engawa',
      offlinePercent,
      faultPercent,
    });
    console.log(`${count} gateways report to ${url}: ${factories[0]?.serial} to ${factories.at(-1)?.serial}`);
    await stopSignal();
    await running.close();
    return 0;
  },
};

function wholeNumber(text: string, flag: string, min: number, max: number): number {
  const value = Number(text);
  if (!/^\d{1,6}$/.test(text) || value < min || value > max)
    throw new UsageError(`${flag} is a whole number from ${min} to ${max}`);
  return value;
}
