import { expect, test } from 'vitest';
import { shortRound } from './kit/faults.ts';
import { killWhileTelling } from './webhooks/faults.ts';

/** As many as fit into half a minute beside all the other tests; `./engawa proof faults-webhooks` has 200. */
const kills = 6;
const withinMs = 600_000;

test(
  `P-24 of ${kills} kills at random moments while webhooks are told of events none loses one or names it twice`,
  async () => {
    const { faults, figures } = await shortRound('faults-webhooks', kills, killWhileTelling);
    expect(faults).toEqual([]);
    expect(figures['events']).toBeGreaterThan(kills);
    expect(figures['messages received']).toBeGreaterThan(3 * kills);
  },
  withinMs,
);
