import { noArguments } from '../arguments.ts';
import type { Command } from '../command.ts';

export const command: Command = {
  name: 'openapi',
  summary: 'Write the generated files: OpenAPI document, typed client, schemas of the database and of a site',
  usage: '',
  run: async (args) => {
    noArguments(args);
    const { writeGeneratedFiles } = await import('../generated-files.ts');
    const written = await writeGeneratedFiles();
    for (const path of written) console.log(`wrote ${path}`);
    if (written.length === 0) console.log('All generated files are up to date');
    return 0;
  },
};
