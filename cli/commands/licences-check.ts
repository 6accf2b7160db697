import { parseArgs } from 'node:util';
import { createLog } from '../../server/kernel/log.ts';
import type { StockFault } from '../../server/licences/stock/check.ts';
import type { Command } from '../command.ts';
import { configOrFail } from '../config.ts';

const sentences: Record<StockFault['fault'], (fault: StockFault) => string> = {
  balance: ({ lot, holder, found, expected }) =>
    `lot ${lot}: ${holder} has ${found} by its balance, ${expected} by its entries`,
  move: ({ lot, holder, found }) => `lot ${lot}: the entries of move ${holder} add up to ${found} instead of 0`,
  negative: ({ lot, holder, found }) => `lot ${lot}: ${holder} has ${found}`,
  bought: ({ lot, found, expected }) => `lot ${lot}: ${expected} were bought, ${found} were given out`,
  assigned: ({ lot, found, expected }) =>
    `lot ${lot}: ${expected} are assigned by the ledger, ${found} licences were made of it`,
  assignment: ({ lot, found, expected }) => `assignment ${lot}: ${expected} were assigned, ${found} licences are there`,
};

export const command: Command = {
  name: 'licences check',
  summary: 'Check that no licence was lost or doubled: entries, balances and licences agree',
  usage: '',
  run: async (args) => {
    parseArgs({ args, options: {} });
    const config = configOrFail();
    const { withApp } = await import('../../server/workbench.ts');
    const { checkStock } = await import('../../server/licences/stock/check.ts');
    const { lots, entries, licences, faults } = await withApp(config, createLog('warn'), ({ db }) => checkStock(db));
    for (const fault of faults) console.error(`${fault.site}: ${sentences[fault.fault](fault)}`);
    console.log(
      `${lots} lots, ${entries} entries, ${licences} assigned licences: ${faults.length === 0 ? 'all agree' : `${faults.length} faults`}`,
    );
    return faults.length === 0 ? 0 : 1;
  },
};
