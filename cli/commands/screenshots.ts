import { relative } from 'node:path';
import { checkout } from '../../server/config.ts';
import { noArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { buildWeb } from '../web-build.ts';

export const command: Command = {
  name: 'screenshots',
  summary: 'Make the pictures of the documentation anew, from the demo in a browser',
  usage: '',
  run: async (args) => {
    noArguments(args);
    await buildWeb(console.log);
    const { prepareBrowser } = await import('../../tools/test/browser-binary.ts');
    await prepareBrowser(console.log);
    const { takeScreenshots } = await import('../../tools/docs/screenshots.ts');
    for (const path of await takeScreenshots()) console.log(`wrote ${relative(checkout, path)}`);
    return 0;
  },
};
