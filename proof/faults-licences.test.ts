import { expect, test } from 'vitest';
import { shortRound } from './kit/faults.ts';
import { killWhileTrading } from './licences/faults.ts';

/** As many as fit into half a minute beside all the other tests; `./engawa proof faults-licences` has 200. */
const kills = 8;
const withinMs = 600_000;

test(
  `L-02 L-03 L-10 of ${kills} kills at random moments while licences are traded and assigned none loses or doubles anything`,
  async () => {
    const { faults, figures } = await shortRound('faults-licences', kills, killWhileTrading);
    expect(faults).toEqual([]);
    expect(figures['commands done']).toBeGreaterThan(kills);
    expect(figures['commands cut off by a kill']).toBeGreaterThan(kills / 2);
    expect(figures['looks at the whole ledger']).toBeGreaterThan(kills);
  },
  withinMs,
);
