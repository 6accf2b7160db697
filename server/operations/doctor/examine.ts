import type { Config } from '../../config.ts';
import { BrokenSites, loadSites } from '../../sites/load.ts';
import { examineAudit } from './audit.ts';
import { examineDatabase, withClient } from './database.ts';
import { fault, ok, reasonOf, type Finding } from './finding.ts';
import { examineCertificate, examineDisk, examineJournal, examineKeyFiles, examineKeys } from './folders.ts';
import { examineBroker, examineMail } from './neighbours.ts';

/** Everything that does not need the database. */
export async function examineAround(config: Config, now: Date): Promise<Finding[]> {
  return [
    await examineSites(config),
    await examineDisk(config.dataDir),
    await examineJournal(config.dataDir),
    ...(await examineKeyFiles(config.dataDir)),
    ...(await examineCertificate(config, now)),
    await examineMail(config.smtpUrl),
    ...(await examineBroker(config.mqttUrl)),
  ];
}

/** The database and what must agree with it. */
export function examineDatabaseAt(appUrl: string, dataDir: string, now: () => Date): Promise<Finding[]> {
  return withClient(appUrl, async (client) => {
    const found = await examineDatabase(client, now);
    if (found.some(({ level, about }) => level === 'fault' && ['migrations', 'roles'].includes(about))) return found;
    return [...found, ...(await examineKeys(client, dataDir)), ...(await examineAudit(client, now))];
  });
}

async function examineSites({ sitesDir, publicUrl, port }: Config): Promise<Finding> {
  try {
    const sites = await loadSites(sitesDir, publicUrl ?? `http://localhost:${port}`);
    return ok('sites', `${[...sites.keys()].join(', ')} in ${sitesDir}`);
  } catch (error) {
    const found = error instanceof BrokenSites ? error.message : reasonOf(error);
    return fault('sites', found, 'mend the files it names; ./engawa site check DIR looks at one folder');
  }
}
