import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Head } from '../../server/audit/chain.ts';
import type { Verified } from '../../server/audit/verify.ts';
import { createLog } from '../../server/kernel/log.ts';
import type { Command } from '../command.ts';
import { configOrFail } from '../config.ts';

const faultsShown = 20;

type Fault = Verified['faults'][number];

const sentences: Record<Fault['fault'], string> = {
  missing: 'nothing stands here although more follows',
  'event-missing': 'the seal has no event',
  changed: 'the event, its place or its seal is not what was sealed',
  'details-changed': 'the details are not those that were written with the event',
  cut: 'the end was cut off: more was there, by the log of the server or by what was read',
  rewritten: 'the log of the server has another hash of this place',
  unsealed: 'the event has no seal and waits for none',
};

export const command: Command = {
  name: 'audit verify',
  summary: 'Check that nobody changed, removed or reordered an event of the audit log',
  usage: '[--log FILE …]   FILE: a log of the server, for the heads of the chain in it',
  run: async (args) => {
    const { values } = parseArgs({ args, options: { log: { type: 'string', multiple: true } } });
    const config = configOrFail();
    const heads = await readLogs(values.log ?? []);
    const { withApp } = await import('../../server/workbench.ts');
    const { verifyAudit } = await import('../../server/audit/verify.ts');
    const verified = await withApp(config, createLog('warn'), ({ db }) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((tx) => verifyAudit(tx, heads)),
    );
    for (const one of verified) tell(one, heads.get(one.site) ?? []);
    return verified.every(({ faults }) => faults.length === 0) ? 0 : 1;
  },
};

function tell({ site, events, erased, waiting, head, faults }: Verified, heads: readonly Head[]): void {
  for (const fault of faults.slice(0, faultsShown))
    console.error(`${site}: ${placeOf(fault)}: ${sentences[fault.fault]}`);
  if (faults.length > faultsShown) console.error(`${site}: and ${faults.length - faultsShown} more`);
  const parts = [
    `${events} events`,
    `${erased} with erased details`,
    `${waiting} not sealed yet`,
    `compared with ${heads.length} heads`,
    head ? `head ${head.position} ${head.hash}` : 'no head',
    faults.length === 0 ? 'whole' : `${faults.length} faults`,
  ];
  console.log(`${site}: ${parts.join(', ')}`);
}

function placeOf(fault: Fault): string {
  return 'position' in fault ? `position ${fault.position}` : `event ${fault.event}`;
}

/** The heads in these files by site; a log may be too large to be held. */
async function readLogs(files: readonly string[]): Promise<Map<string, Head[]>> {
  const { readHead } = await import('../../server/audit/heads.ts');
  const heads = new Map<string, Head[]>();
  for (const file of files)
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      const head = readHead(line);
      if (head) heads.set(head.site, [...(heads.get(head.site) ?? []), head]);
    }
  return heads;
}
