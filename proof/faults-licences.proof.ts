import { faultsExperiment } from './kit/faults.ts';
import { killWhileTrading } from './licences/faults.ts';

export const experiment = faultsExperiment(
  'faults-licences',
  'Kills server and database while licences are bought, passed on, assigned, planned, moved and end: the ledger balances in every snapshot, nothing lost, nothing doubled',
  killWhileTrading,
);
