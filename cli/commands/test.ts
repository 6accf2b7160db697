import { runTool } from '../child.ts';
import type { Command } from '../command.ts';
import { buildWeb } from '../web-build.ts';

export const command: Command = {
  name: 'test',
  summary: 'Run the tests: rules, API and journeys in a browser',
  usage: '[FILTER …] [-t TITLE] [--project unit|journeys] [what else vitest takes]',
  run: async (args) => {
    await buildWeb(console.log);
    return runTool('vitest', ['run', ...args]);
  },
};
