import { expect, test } from 'vitest';
import { shortRound } from './kit/faults.ts';
import { killWhileMailing } from './mailings/faults.ts';

/** As many as fit into half a minute beside all the other tests; `./engawa proof faults-mailings` has 200. */
const kills = 6;
const withinMs = 600_000;

test(
  `P-05 P-20 of ${kills} kills at random moments while notices are mailed none leaves anybody out or mails them twice anew`,
  async () => {
    const { faults, figures } = await shortRound('faults-mailings', kills, killWhileMailing);
    expect(faults).toEqual([]);
    expect(figures['mails received']).toBeGreaterThan(3 * kills);
    expect(figures['answers to a press']).toBeGreaterThan(figures['mailings'] as number);
  },
  withinMs,
);
