import { registering } from './registrations/trade.ts';
import { faultsExperiment } from './kit/faults.ts';
import { killWhile } from './kit/flow.ts';

export const experiment = faultsExperiment(
  'faults-registrations',
  'Kills the server at random moments while devices are registered by file: each is whole or absent, and done once',
  killWhile(registering),
);
