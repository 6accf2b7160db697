import { issuingByFile } from './bulk/trade.ts';
import { faultsExperiment } from './kit/faults.ts';
import { killWhile } from './kit/flow.ts';

export const experiment = faultsExperiment(
  'faults-bulk',
  'Kills the server at random moments while files of pairs are issued: each is whole or absent, and done once',
  killWhile(issuingByFile),
);
