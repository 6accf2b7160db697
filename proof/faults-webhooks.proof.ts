import { faultsExperiment } from './kit/faults.ts';
import { killWhileTelling } from './webhooks/faults.ts';

export const experiment = faultsExperiment(
  'faults-webhooks',
  'Kills server and database while webhooks are told of events: every receiver got each under one ID, none lost, none noted that was not sent',
  killWhileTelling,
);
