import { settings, type Setting } from '../../server/settings.ts';
import { noArguments } from '../arguments.ts';
import type { Command } from '../command.ts';

export const command: Command = {
  name: 'settings',
  summary: 'List all settings, which are environment variables',
  usage: '',
  run: (args) => {
    noArguments(args);
    const all: Setting[] = Object.values(settings);
    for (const { name, meaning, expected, unset, secret } of all) {
      console.log(`${name}${secret ? ` (or ${name}_FILE, the path of a file with it)` : ''}`);
      console.log(`  ${meaning}.\n  Expected: ${expected}\n  When not set: ${unset}\n`);
    }
    return Promise.resolve(0);
  },
};
