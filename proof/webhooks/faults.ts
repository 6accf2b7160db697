import { setTimeout as sleep } from 'node:timers/promises';
import type { Receiver } from '../../tools/test/webhooks.ts';
import type { FaultReport } from '../kit/faults.ts';
import { killWhile, type OpenFlow } from '../kit/flow.ts';
import { seededRandom } from '../kit/random.ts';
import { oddAnswers } from '../kit/said.ts';
import { findFaults, repeatsOf } from './check.ts';
import { follow, keepChanging, type Market } from './clients.ts';
import { readStored, type Stored } from './evidence.ts';
import { kind, makeScene, type Listener, type Scene } from './scene.ts';

const followEveryMs = 50;
/** Where the receivers are: nothing else on this machine may be told of anything. */
export const receiversAt = '127.0.0.1';

/**
 * Devices change without a pause. In the end what the receivers of webhooks got, and what somebody read who followed the list of events, is held
 * against the log of events and the server's own list of what it sent.
 */
export const telling: OpenFlow = async (stage) => {
  const { url, gate, seed, beside } = stage;
  const receivers: Receiver[] = [];
  let over = false;
  const market: Market = {
    changes: new Map(),
    followed: [],
    cursor: '0',
    statuses: new Map(),
    gate,
    isOver: () => over,
  };
  const random = seededRandom(`${seed} answers`);
  const scene = await beside((app) => makeScene({ url, app }, receivers, random, stage));
  const acting = Promise.all([
    ...scene.devices.map((device) => keepChanging(market, scene, device)),
    keepFollowing(market, scene),
  ]);
  acting.catch(() => undefined);
  return {
    acting,
    progress: () => receivers.reduce((sum, one) => sum + one.received.length, 0),
    rest: async () => {
      over = true;
      await acting;
    },
    check: async (faultsBefore) => {
      while (await follow(market, scene, kind));
      const whole: Market = { ...market, followed: [], cursor: '0' };
      while (await follow(whole, scene, kind));
      const stored = await beside((app) => readStored(app, scene));
      const evidence = { stored, whole: whole.followed, followed: market.followed, changes: market.changes };
      const faults = findFaults({ ...evidence, listeners: scene.listeners, kills: faultsBefore });
      return report([...faults, ...oddAnswers(market)], stored, scene.listeners);
    },
    close: async () => {
      over = true;
      for (const receiver of receivers) await receiver.close();
    },
  };
};

export const killWhileTelling = killWhile(telling, { ENGAWA_EGRESS_ALLOW: receiversAt });

async function keepFollowing(market: Market, scene: Scene): Promise<void> {
  while (!market.isOver()) if (!(await follow(market, scene, kind))) await sleep(followEveryMs);
}

function report(faults: string[], stored: Stored, listeners: readonly Listener[]): FaultReport {
  const of = (one: Listener) => stored.deliveries.filter(({ webhook }) => webhook === one.webhook);
  const sum = (count: (one: Listener) => number) => listeners.reduce((all, one) => all + count(one), 0);
  return {
    faults,
    figures: {
      events: stored.events.length,
      'messages received': sum(({ receiver }) => receiver.received.length),
      'of these refused or hung up on': sum(({ answered }) => answered.filter((status) => status !== 204).length),
      'of these not noted, as a kill came first': sum((one) => repeatsOf(one.answered, of(one))),
    },
  };
}
