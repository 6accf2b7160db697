import { setTimeout as sleep } from 'node:timers/promises';
import { startMailServer } from '../../tools/test/smtp.ts';
import type { Receiver } from '../../tools/test/webhooks.ts';
import { waitUntilQuiet } from '../issue/quiet.ts';
import { beside } from '../kit/beside.ts';
import { childServer } from '../kit/child-server.ts';
import type { FaultReport, FaultRun } from '../kit/faults.ts';
import { figuresOfKills, killAgainAndAgain, killedNone, killsIn, openGate, type Killed } from '../kit/kills.ts';
import { seededRandom, type Random } from '../kit/random.ts';
import { oddAnswers } from '../kit/said.ts';
import { someMore } from '../kit/some-more.ts';
import { findFaults, repeatsOf } from './check.ts';
import { follow, keepChanging, type Market } from './clients.ts';
import { readStored, type Stored } from './evidence.ts';
import { kind, makeScene, type Listener, type Scene } from './scene.ts';

/** A kill comes a random moment after so many messages at most. */
const messagesPerKillMax = 12;
const momentMaxMs = 60;
const followEveryMs = 50;

/**
 * Devices change without a pause while the server, its database or both are killed at random moments. In the end what the receivers of webhooks got,
 * and what somebody read who followed the list of events, is held against the log of events and the server's own list of what it sent.
 */
export async function killWhileTelling({ dataDir, seed, kills, say }: FaultRun): Promise<FaultReport> {
  const mail = await startMailServer();
  const server = await childServer({
    dataDir,
    env: { ENGAWA_SMTP_URL: mail.url, ENGAWA_EGRESS_ALLOW: '127.0.0.1' },
  });
  const receivers: Receiver[] = [];
  let over = false;
  const market: Market = {
    changes: new Map(),
    followed: [],
    cursor: '0',
    statuses: new Map(),
    gate: openGate(),
    isOver: () => over,
  };
  try {
    server.spawn();
    await server.ready();
    const lookAt = { url: server.url };
    const scene = await beside(dataDir, (app) =>
      makeScene({ ...lookAt, app }, receivers, seededRandom(`${seed} answers`)),
    );
    const acting = Promise.all([
      ...scene.devices.map((device) => keepChanging(market, scene, device)),
      keepFollowing(market, scene),
    ]);
    acting.catch(() => undefined);
    const received = () => receivers.reduce((sum, one) => sum + one.received.length, 0);
    const between = async (random: Random) => {
      await someMore(received, random.below(messagesPerKillMax));
      await sleep(random.below(momentMaxMs));
    };
    say(`${scene.devices.length} devices change, ${receivers.length} receivers; ${kills} kills begin`);
    const killed = await Promise.race([
      killAgainAndAgain(server, market.gate, { seed, kills, say }, between),
      acting.then(() => killedNone),
    ]);
    over = true;
    await acting;
    await beside(dataDir, waitUntilQuiet);
    while (await follow(market, scene, kind));
    const whole: Market = { ...market, followed: [], cursor: '0' };
    while (await follow(whole, scene, kind));
    const stored = await beside(dataDir, (app) => readStored(app, scene));
    const evidence = { stored, whole: whole.followed, followed: market.followed, changes: market.changes };
    const faults = findFaults({ ...evidence, listeners: scene.listeners, kills: killsIn(killed) });
    return report([...faults, ...oddAnswers(market)], stored, scene.listeners, killed);
  } finally {
    over = true;
    await server.destroy();
    for (const receiver of receivers) await receiver.close();
    await mail.close();
  }
}

async function keepFollowing(market: Market, scene: Scene): Promise<void> {
  while (!market.isOver()) if (!(await follow(market, scene, kind))) await sleep(followEveryMs);
}

function report(faults: string[], stored: Stored, listeners: readonly Listener[], killed: Killed): FaultReport {
  const of = (one: Listener) => stored.deliveries.filter(({ webhook }) => webhook === one.webhook);
  const sum = (count: (one: Listener) => number) => listeners.reduce((all, one) => all + count(one), 0);
  return {
    faults,
    figures: {
      ...figuresOfKills(killed),
      events: stored.events.length,
      'messages received': sum(({ receiver }) => receiver.received.length),
      'of these refused or hung up on': sum(({ answered }) => answered.filter((status) => status !== 204).length),
      'of these not noted, as a kill came first': sum((one) => repeatsOf(one.answered, of(one))),
    },
  };
}
