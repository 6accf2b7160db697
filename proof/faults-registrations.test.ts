import { expect, test } from 'vitest';
import { registering } from './registrations/trade.ts';
import { shortRound } from './kit/faults.ts';
import { killWhile } from './kit/flow.ts';

const kills = 4;
const withinMs = 600_000;

test(
  `U-04 of ${kills} kills at random moments while devices are registered by file none leaves a half or does one twice`,
  async () => {
    const { faults, figures } = await shortRound('faults-registrations', kills, killWhile(registering));
    expect(faults).toEqual([]);
    expect(figures['files done']).toBeGreaterThan(kills / 2);
    expect(figures['files met by a kill']).toBeGreaterThan(kills / 4);
  },
  withinMs,
);
