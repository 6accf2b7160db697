import { expect, test } from 'vitest';
import {
  publishedKey,
  signEntitlement,
  signingKeyOf,
  type SignedEntitlement,
} from '../../domain/licences/entitlement.ts';
import { runCamera } from './device.ts';
import type { HolderMemory } from './holder.ts';
import type { Heard } from './way.ts';

const key = signingKeyOf(Buffer.alloc(32, 7), 'camera', 'entitlement-1');
const hourMs = 3_600_000;
const start = Date.parse('2027-01-01T00:00:00Z');
const unlicensed = { localLive: true, remoteLive: false };
const factory = { site: 'camera', model: 'VC', serial: 'AA', secret: '' };

function tokenAt(issuedMs: number, more: Partial<SignedEntitlement> = {}): string {
  const entitlement: SignedEntitlement = {
    site: 'camera',
    device: 'dev_1',
    serial: 'AA',
    licence: { state: 'licensed', type: 'recorder', lastDay: '2027-12-31' },
    features: { localLive: true, remoteLive: true },
    issuedAt: new Date(issuedMs).toISOString(),
    validUntil: new Date(issuedMs + 24 * hourMs).toISOString(),
    ...more,
  };
  return signEntitlement(entitlement, key);
}

/** A camera with a portal that says what the test has it say; its own clock and its uptime are moved apart. */
function build({ memory, ownMs = start }: { memory?: HolderMemory; ownMs?: number } = {}) {
  const clock = { ownMs, uptimeMs: 0, asked: 0, isUp: true };
  let hear: Heard = () => undefined;
  const camera = runCamera({
    factory,
    kind: 'single',
    unlicensed: (serial) => (serial === 'AA' ? unlicensed : undefined),
    way: (heard) => {
      hear = heard;
      const ask = async () => {
        clock.asked += 1;
        if (!clock.isUp) throw new Error('no connection');
      };
      return { askEveryMs: 60_000, isTold: true, connect: () => undefined, ask, disconnect: async () => undefined };
    },
    keys: async () => [publishedKey(key)],
    another: () => tokenAt(start, { serial: 'BB' }),
    memory,
    now: () => new Date(clock.ownMs),
    uptimeMs: () => clock.uptimeMs,
  });
  const tell = async (...tokens: string[]) => {
    hear(tokens, null);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const pass = (ms: number) => {
    clock.ownMs += ms;
    clock.uptimeMs += ms;
  };
  const far = () => camera.view().cameras[0]?.features['remoteLive'];
  return { camera, clock, tell, pass, far };
}

test('L-08 a loss of the connection stops nothing until what it was told runs out; a new answer brings it back at once', async () => {
  const { camera, tell, pass, far } = build();
  expect([far(), camera.view().cameras[0]?.state]).toEqual([false, null]);
  await tell(tokenAt(start));
  expect(far()).toBe(true);
  pass(24 * hourMs - 1);
  expect(far()).toBe(true);
  pass(1);
  expect([far(), camera.view().cameras[0]?.features['localLive']]).toEqual([false, true]);
  await tell(tokenAt(start + 24 * hourMs));
  expect(far()).toBe(true);
});

test('L-08 whatever it is handed, forged, older or another’s: it goes on with what it holds and says what it refused', async () => {
  const { camera, tell, far } = build();
  await tell(tokenAt(start));
  const expired = {
    licence: { state: 'expired', type: 'recorder', lastDay: '2026-12-31' },
    features: unlicensed,
  } as const;
  await tell(tokenAt(start + 60_000, expired));
  expect([far(), camera.view().canHand]).toEqual([false, ['forged', 'older', 'of-another']]);
  for (const [hand, code] of [
    ['forged', 'signature-wrong'],
    ['older', 'older'],
    ['of-another', 'of-another'],
  ] as const) {
    camera.order({ hand });
    expect([far(), camera.view().refused?.code]).toEqual([false, code]);
  }
});

test('L-08 a clock that somebody set neither ends nor lengthens anything', async () => {
  for (const offMs of [-400 * 24 * hourMs, 400 * 24 * hourMs]) {
    const { tell, pass, far, clock } = build({ ownMs: start + offMs });
    await tell(tokenAt(start));
    expect(far()).toBe(true);
    clock.ownMs -= 2 * offMs;
    pass(24 * hourMs - 1);
    expect(far()).toBe(true);
    pass(1);
    expect(far()).toBe(false);
  }
});

test('L-08 what it holds outlives a restart, with its keys; time does not go back behind what it knew', async () => {
  const { camera, tell, pass } = build();
  await tell(tokenAt(start));
  pass(23 * hourMs);
  const again = build({ memory: camera.memory(), ownMs: start - 48 * hourMs });
  expect(again.far()).toBe(true);
  expect(again.camera.view().portalTime.getTime()).toBe(start + 23 * hourMs);
  const late = build({ memory: camera.memory(), ownMs: start + 25 * hourMs });
  expect(late.far()).toBe(false);
});

test('L-08 it asks when it knows nothing, when half of the time is over, and again when that was in vain', async () => {
  const { camera, clock, tell, pass } = build();
  await camera.bringUp(0);
  expect(clock.asked).toBe(1);
  await tell(tokenAt(start));
  pass(12 * hourMs - 1);
  await camera.bringUp(0);
  expect(clock.asked).toBe(1);
  pass(1);
  clock.isUp = false;
  await camera.bringUp(0);
  await camera.bringUp(0);
  expect(clock.asked).toBe(3);
  clock.isUp = true;
  await camera.bringUp(0);
  await camera.bringUp(0);
  expect(clock.asked).toBe(4);
});
