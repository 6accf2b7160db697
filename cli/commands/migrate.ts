import { noArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { configOrFail } from '../config.ts';
import { withDatabase } from '../database.ts';

export const command: Command = {
  name: 'migrate',
  summary: 'Bring the database to the schema of this version',
  usage: '',
  run: async (args) => {
    noArguments(args);
    const { migrate } = await import('../../server/kernel/migrate.ts');
    const applied = await withDatabase(configOrFail(), ({ ownerUrl }) => migrate(ownerUrl));
    for (const name of applied) console.log(`applied ${name}`);
    console.log(applied.length === 0 ? 'The database is up to date' : `${applied.length} migrations applied`);
    return 0;
  },
};
