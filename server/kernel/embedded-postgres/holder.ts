import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

/** One key, held for as long as the server lives, on a connection of its own: "the server on this data folder". */
const lockKey = 0x656e67617761n;
const applicationPrefix = 'engawa server ';
const waitForDeadHolderMs = 2_000;
const pauseMs = 50;

export const holderApplicationName = `${applicationPrefix}${process.pid}`;

export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse';
}

/** A holder that was just killed keeps the lock until PostgreSQL notices; one that lives keeps it for good. */
export async function holdDataFolder(client: Client, dataDir: string): Promise<void> {
  const deadline = performance.now() + waitForDeadHolderMs;
  for (;;) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [lockKey]);
    if (rows[0]?.held) return;
    const holder = await holderPid(client);
    if ((holder && existsSync(`/proc/${holder}`)) || performance.now() > deadline) {
      throw new DataFolderInUse(
        `Another Engawa server${holder ? ` (process ${holder})` : ''} is running on the data folder ${dataDir}. Stop it first, or give this one a folder of its own by ENGAWA_DATA_DIR.`,
      );
    }
    await sleep(pauseMs);
  }
}

async function holderPid(client: Client): Promise<number | null> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.objsubid = 1 and ((l.classid::int8 << 32) | l.objid::int8) = $1
       and l.database = (select oid from pg_database where datname = current_database())`,
    [lockKey],
  );
  const pid = Number(rows[0]?.name.slice(applicationPrefix.length));
  return pid > 0 ? pid : null;
}
