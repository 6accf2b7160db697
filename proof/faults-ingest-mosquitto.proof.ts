import { join } from 'node:path';
import type { Experiment } from '../cli/experiment.ts';
import { killAtLarge } from './ingest/at-large.ts';
import { mosquittoServer } from './mosquitto/server.ts';

export const experiment: Experiment = {
  name: 'faults-ingest-mosquitto',
  summary: 'The same with Mosquitto as broker, which is killed as well and acknowledges before anything is stored',
  debianPackages: ['mosquitto', 'mosquitto-clients'],
  run: async (context) => killAtLarge(context, await mosquittoServer(join(context.folder, 'mosquitto'))),
};
