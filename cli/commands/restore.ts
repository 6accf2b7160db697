import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { onePath } from '../arguments.ts';
import { CommandFailure, type Command } from '../command.ts';
import type { JournalOutcome } from '../../server/operations/backup/journal.ts';
import { configOrFail } from '../config.ts';
import { withDatabase } from '../database.ts';

export const command: Command = {
  name: 'restore',
  summary: 'Put a backup into an empty database: all of it or nothing',
  usage:
    'FILE [--replace] [--check] [--journal DIR …] [--journal-lost]   --replace: what is in the database is lost   --check: only look whether the file is whole   --journal: where the journal lies, else journal/ of the data folder',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        replace: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        journal: { type: 'string', multiple: true },
        'journal-lost': { type: 'boolean', default: false },
      },
    });
    const path = resolve(onePath(positionals));
    const config = configOrFail();
    const { BrokenBackup } = await import('../../server/operations/backup/frames.ts');
    const { checkBackup } = await import('../../server/operations/backup/read-backup.ts');
    const { journalFor } = await import('../../server/operations/backup/journal.ts');
    const { journalFolder } = await import('../../server/kernel/journal.ts');
    const { restoreAll } = await import('../../server/operations/backup/restore-all.ts');
    try {
      const backup = await checkBackup(path);
      console.log(`${path} is whole: as of ${backup.header.takenAt}, ${backup.header.tables.length} tables`);
      if (values.check) return 0;
      const folders = (values.journal ?? [join(config.dataDir, journalFolder)]).map((one) => resolve(one));
      const { afterwards, outcome } = await journalFor(backup, folders, values['journal-lost'], new Date());
      const { keysMissing, sitesIn } = await withDatabase(
        config,
        ({ ownerUrl }) => restoreAll(config, { ownerUrl, path, backup, replace: values.replace, afterwards }),
        'alone',
      );
      tellJournal(outcome);
      if (sitesIn)
        console.log(
          `Its sites are in ${sitesIn}${sitesIn === config.sitesDir ? '' : `; those in ${config.sitesDir} are others and were left alone`}`,
        );
      if (keysMissing.length > 0)
        console.log(`Before you start: put the master secrets back into keys/ (${keysMissing.join(', ')})`);
      console.log('Restored. Everybody logs in anew; ./engawa audit verify looks whether the log of events is whole.');
      return 0;
    } catch (error) {
      if (error instanceof BrokenBackup) throw new CommandFailure(`${path} cannot be used: ${error.message}`);
      throw error;
    }
  },
};

function tellJournal({ replayed, torn, keysHeld }: JournalOutcome): void {
  for (const [kind, { restored, held, lost }] of Object.entries(replayed))
    if (restored + held + lost > 0)
      console.log(
        `${kind} after the backup, by the journal: ${restored} restored, ${held} held, ${lost} lost with what they stood on`,
      );
  if (torn > 0) console.log(`${torn} lines of the journal were torn or altered and count for nothing`);
  if (keysHeld > 0)
    console.log(`The journal is lost: ${keysHeld} unused activation keys are held; ./engawa held releases them`);
}
