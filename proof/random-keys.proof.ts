import type { Experiment } from '../cli/experiment.ts';
import { acceptedAfterFlip, countAccepted } from './random-keys.ts';

const keysDefault = 10_000_000;
const informedKeys = 1_000_000;
const issuedKeys = 1_000;

export const experiment: Experiment = {
  name: 'random-keys',
  summary: 'Random registration keys are refused, and so is every issued one with any digit flipped',
  debianPackages: [],
  run: ({ seed, rounds }) => {
    const blind = countAccepted({ count: rounds ?? keysDefault, seed: `${seed}` });
    const informed = countAccepted({ count: informedKeys, seed: `${seed}`, guess: 'informed' });
    const flipped = acceptedAfterFlip({ issued: issuedKeys, seed: `${seed}` });
    const accepted = blind.accepted + informed.accepted + flipped.accepted;
    if (accepted > 0 || flipped.issuedRefused > 0)
      throw new Error(
        `accepted: ${blind.accepted} blind, ${informed.accepted} informed, ${flipped.accepted} flipped; refused of the right ones: ${flipped.issuedRefused}`,
      );
    return Promise.resolve({
      'random keys tried': blind.tried,
      'of these with a known version and a right check digit': blind.reachedTag,
      'of these accepted': blind.accepted,
      'random keys with right version and check digit': informed.tried,
      'of these accepted too': informed.accepted,
      'keys issued': issuedKeys,
      'flipped digits tried on them': flipped.tried,
      'of these accepted as well': flipped.accepted,
    });
  },
};
