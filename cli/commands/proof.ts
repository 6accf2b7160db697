import { experimentCommand } from '../experiments.ts';

export const command = experimentCommand(
  'proof',
  'Prove by many trials what a test shows by a few: races, kills, guesses',
);
