import { experimentCommand } from '../experiments.ts';

export const command = experimentCommand('bench', 'Measure against the limits of the machine');
