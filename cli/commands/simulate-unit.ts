import { readFlags } from '../arguments.ts';
import { UsageError, type Command } from '../command.ts';
import { simulate } from '../simulate.ts';
import { stopSignal } from '../stop-signal.ts';

const portMax = 65_535;

export const command: Command = {
  name: 'simulate unit',
  summary: 'Run a simulated unit from its factory file, a conference unit or a UPS, with its pages on this machine',
  usage: '--factory FILE --state FILE [--port PORT]',
  run: async (args) => {
    const flags = readFlags(args, ['factory', 'state'], ['port']);
    const port = Number(flags.port ?? 3101);
    if (!Number.isInteger(port) || port < 0 || port > portMax)
      throw new UsageError(`--port is a whole number from 0 to ${portMax}`);
    const unit = await simulate({ factoryFile: flags.factory, stateFile: flags.state, port });
    console.log(`The unit runs at ${unit.url}`);
    await stopSignal();
    await unit.close();
    return 0;
  },
};
