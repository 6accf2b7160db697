import { faultsExperiment } from './kit/faults.ts';
import { killWhileMailing } from './mailings/faults.ts';

export const experiment = faultsExperiment(
  'faults-mailings',
  'Kills server and database while a mailing is pressed again and again: whoever wants it has one mail under one Message-ID, who withdrew none',
  killWhileMailing,
);
