import { noArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { buildWeb } from '../web-build.ts';

export const command: Command = {
  name: 'build',
  summary: 'Build the web app anew (start and demo do it by themselves when its sources changed)',
  usage: '',
  run: async (args) => {
    noArguments(args);
    await buildWeb(console.log, true);
    return 0;
  },
};
