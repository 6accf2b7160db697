import type { Experiment } from '../cli/experiment.ts';
import { killAtLarge } from './ingest/at-large.ts';

export const experiment: Experiment = {
  name: 'faults-ingest',
  summary:
    'Kills server, broker and database while gateways report a million readings, out of order and twice: nothing lost, nothing doubled',
  debianPackages: [],
  run: (context) => killAtLarge(context, null),
};
