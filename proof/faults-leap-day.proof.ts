import { strikeOn } from './faults/days.ts';
import { faultsExperiment } from './kit/faults.ts';

export const experiment = faultsExperiment(
  'faults-leap-day',
  'Clocks that are set back to the 28th of February and on to March, and kills, on the 29th while people and devices work on all five portals at once',
  strikeOn({ at: '2028-02-29T03:00:00Z' }),
);
