import { faultsExperiment } from './kit/faults.ts';
import { startedAsRoot } from '../server/kernel/embedded-postgres/os-user.ts';
import { anywhere, asRoot } from './faults/kinds.ts';
import { strikeAll } from './faults/run.ts';

export const experiment = faultsExperiment(
  'faults',
  'Faults of many kinds, drawn by the seed, while people and devices work on all five portals at once: nothing lost, nothing doubled',
  strikeAll(startedAsRoot ? asRoot : anywhere),
);
