import { strikeOn } from './faults/days.ts';
import { faultsExperiment } from './kit/faults.ts';

export const experiment = faultsExperiment(
  'faults-summer-time',
  'Clocks that are set across the hour that summer time leaves out, and kills, while people and devices work on all five portals at once',
  strikeOn({ at: '2027-03-28T10:00:00Z', timeZone: 'Europe/Berlin' }),
);
