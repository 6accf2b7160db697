import { createLog } from '../../server/kernel/log.ts';
import { readFlags } from '../arguments.ts';
import { CommandFailure, UsageError, type Command } from '../command.ts';
import { configOrFail } from '../config.ts';
import { stopSignal } from '../stop-signal.ts';
import { wholeNumber } from '../whole-number.ts';

const countMax = 10_000;
const portMax = 65_535;
const camerasOnRecorder = 16;

export const command: Command = {
  name: 'simulate cameras',
  summary: 'Run simulated cameras and their recorders beside a running server; each does what its licence allows',
  usage: '--site SITE --count N [--way mqtt|https] [--state FILE] [--port PORT]',
  run: async (args) => {
    const flags = readFlags(args, ['site', 'count'], ['way', 'state', 'port']);
    const count = wholeNumber(flags.count, '--count', 1, countMax);
    const port = wholeNumber(flags.port ?? '0', '--port', 0, portMax);
    const { simulateCameras } = await import('../../edge/camera/simulate.ts');
    const { ways } = await import('../../edge/camera/way.ts');
    const way = ways.find((one) => one === (flags.way ?? 'mqtt'));
    if (!way) throw new UsageError(`--way is one of ${ways.join(', ')}`);
    const config = configOrFail();
    const { withApp } = await import('../../server/workbench.ts');
    const { simulatedDevices } = await import('../../server/readings/simulated.ts');
    const { cameraModels } = await import('../camera-models.ts');
    const { factories, models } = await withApp(config, createLog('warn'), async (app) => {
      const site = app.sites.get(flags.site);
      if (!site || !('licences' in site.capabilities) || !('readings' in site.capabilities))
        throw new CommandFailure(`there is no site "${flags.site}" whose devices take licences`);
      const known = cameraModels(site);
      const cameras = [...known].filter(([, { kind }]) => kind === 'single').map(([id]) => id);
      const recorders = [...known].filter(([, { kind }]) => kind === 'recorder').map(([id]) => id);
      const made = [];
      for (const id of recorders)
        made.push(...(await simulatedDevices(app, site, id, Math.ceil(count / camerasOnRecorder))));
      for (const [at, id] of cameras.entries()) {
        const own = Math.floor((count + cameras.length - 1 - at) / cameras.length);
        if (own > 0) made.push(...(await simulatedDevices(app, site, id, own)));
      }
      return { factories: made, models: known };
    });
    const url = config.publicUrl ?? `http://localhost:${config.port}`;
    const running = await simulateCameras({
      url,
      factories,
      models,
      way,
      ...(flags.state && { stateFile: flags.state }),
    });
    const { servePages } = await import('../../edge/pages/serve.ts');
    const { cameraPages } = await import('../../edge/camera/routes.ts');
    const pages = await servePages(cameraPages(running, models), port);
    console.log(`${factories.length} cameras and recorders ask ${url} what they may do:`);
    for (const [model, some] of Map.groupBy(factories, (one) => one.model))
      console.log(`  ${model}: ${some[0]?.serial} to ${some.at(-1)?.serial}`);
    console.log(`Direct them at ${pages.url}`);
    await stopSignal();
    await pages.close();
    await running.close();
    return 0;
  },
};
