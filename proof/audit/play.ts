import pg from 'pg';
import { verifySite } from '../../server/audit/verify.ts';
import type { Head } from '../../server/audit/chain.ts';
import { txOn } from '../../server/kernel/database.ts';
import { seededRandom } from '../kit/random.ts';
import { site, writeLog } from './log.ts';
import { deeds, unlock } from './tamper.ts';

export type Play = {
  /** A migrated, empty database of its own, as the server's role and as its owner. */
  appUrl: string;
  ownerUrl: string;
  seed: number;
  rounds: number;
  events: number;
};

/** Does one thing after the other to a log, each undone before the next; what was not found, or not where it was done. */
export async function tamper({ appUrl, ownerUrl, seed, rounds, events }: Play): Promise<{
  faults: string[];
  found: Record<string, number>;
}> {
  const random = seededRandom(seed);
  const head = await writeLog(appUrl, events, random);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const faults: string[] = [];
  const found: Record<string, number> = {};
  try {
    for (const statement of unlock) await client.query(statement);
    const whole = await look(client, head);
    if (whole.length > 0) faults.push(`of a log that nobody touched is said: ${JSON.stringify(whole[0])}`);
    for (let round = 0; round < rounds; round += 1) {
      const [name, deed] = random.pick(Object.entries(deeds));
      await client.query('begin');
      const { at } = await deed({ client, events, random });
      const [first] = await look(client, head);
      await client.query('rollback');
      if (first && 'position' in first && first.position === at) found[name] = (found[name] ?? 0) + 1;
      else faults.push(`round ${round}, ${name} at ${at}: ${first ? JSON.stringify(first) : 'not found'}`);
    }
    if ((await look(client, head)).length > 0) faults.push('what was undone left something behind');
  } finally {
    await client.end();
  }
  return { faults, found };
}

async function look(client: pg.Client, head: Head) {
  const { faults } = await verifySite(txOn(client as unknown as pg.PoolClient), site, [head]);
  return faults;
}
