import { newCompany, testPassword } from '../../tools/test/accounts.ts';
import { giveActivationKeys, type TestKey } from '../../tools/test/activation-keys.ts';
import { bulkCsv, pairsOf, type Pair } from '../../tools/test/bulk.ts';
import type { Random } from '../kit/random.ts';
import { staysLoggedIn } from '../kit/callers.ts';
import { handingOver, type Trade } from '../files/faults.ts';
import { findHalves } from '../files/halves.ts';
import { findFileFaults } from './check.ts';

const site = 'conference';
const keysPerDeviceMax = 3;

/** Activation keys with devices (K-05). */
export const pairTrade: Trade<TestKey, Pair> = {
  goods: { kind: 'bulk-issue', rowsOf: share, csv: (rows) => bulkCsv(rows) },
  newSender: async ({ url, mail, clockMoves }) => {
    const company = await newCompany({ url, mail }, site);
    return clockMoves ? staysLoggedIn(company, testPassword) : company;
  },
  give: (app, count, { hex }) => giveActivationKeys({ app }, count, { site, hex }),
  findHalves: (app) => findHalves(app, site, 'registration_key_issues'),
  findFaults: (app, files) => findFileFaults(app, site, files),
};

/** Devices get one to three of the keys. */
function share(keys: readonly TestKey[], random: Random): Pair[] {
  let left = 0;
  let device = '';
  return pairsOf(keys, () => {
    if (left === 0) {
      left = 1 + random.below(keysPerDeviceMax);
      device = random.hex(16);
    }
    left -= 1;
    return device;
  });
}

/** Pairs are issued by file. */
export const issuingByFile = handingOver(pairTrade);
