import { expect, test } from 'vitest';
import { issuingByFile } from './bulk/trade.ts';
import { shortRound } from './kit/faults.ts';
import { killWhile } from './kit/flow.ts';

const kills = 20;
const withinMs = 600_000;

test(
  `K-05 of ${kills} kills at random moments while files are issued none leaves a half or does one twice`,
  async () => {
    const { faults, figures } = await shortRound('faults-bulk', kills, killWhile(issuingByFile));
    expect(faults).toEqual([]);
    expect(figures['files done']).toBeGreaterThan(kills / 2);
    expect(figures['files met by a kill']).toBeGreaterThan(kills / 4);
  },
  withinMs,
);
