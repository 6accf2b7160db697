import { mkdir } from 'node:fs/promises';
import { readConfig } from '../../server/config.ts';
import type { Finding } from '../../server/operations/doctor/finding.ts';
import { noArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../database.ts';

const marks = { ok: 'ok     ', warning: 'WARNING', fault: 'FAULT  ' } as const;

export const command: Command = {
  name: 'doctor',
  summary: 'Examine settings, database, keys, disk, mail and broker; ends with 1 when something must be mended',
  usage: '',
  run: async (args) => {
    noArguments(args);
    const findings = await examine();
    for (const { about, level, found, cure } of findings) {
      console.log(`${marks[level]} ${about}: ${found}`);
      if (cure) console.log(`        → ${cure}`);
    }
    const faults = findings.filter(({ level }) => level === 'fault').length;
    const warnings = findings.filter(({ level }) => level === 'warning').length;
    console.log(`${faults} faults, ${warnings} warnings`);
    return faults > 0 ? 1 : 0;
  },
};

async function examine(): Promise<Finding[]> {
  const { fault, ok, reasonOf } = await import('../../server/operations/doctor/finding.ts');
  const verdict = readConfig(process.env);
  if (!verdict.ok)
    return verdict.faults.map(({ sentence }) => fault('settings', sentence, './engawa settings lists them all'));
  const { config } = verdict;
  const { examineAround, examineDatabaseAt } = await import('../../server/operations/doctor/examine.ts');
  await mkdir(config.dataDir, { recursive: true, mode: 0o711 });
  const now = () => new Date();
  const ofDatabase = await withDatabase(config, ({ appUrl }) => examineDatabaseAt(appUrl, config.dataDir, now)).catch(
    (error: unknown) => [fault('database', reasonOf(error), `look into ${config.dataDir}/postgres.log`)],
  );
  return [ok('settings', 'all are understood'), ...ofDatabase, ...(await examineAround(config, now()))];
}
