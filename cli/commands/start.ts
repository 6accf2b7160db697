import { noArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { serve } from '../serve.ts';

export const command: Command = {
  name: 'start',
  summary: 'Run the portal (production)',
  usage: '',
  run: (args) => {
    noArguments(args);
    return serve(false);
  },
};
