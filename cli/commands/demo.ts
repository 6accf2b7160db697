import { noArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { serve } from '../serve.ts';

export const command: Command = {
  name: 'demo',
  summary: 'Run the portal with demo data, simulated devices and a mailbox in the browser',
  usage: '',
  run: (args) => {
    noArguments(args);
    return serve(true);
  },
};
