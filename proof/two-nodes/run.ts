import { setTimeout as sleep } from 'node:timers/promises';
import { newCompany, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys } from '../../tools/test/activation-keys.ts';
import { countRepeats, findFaults } from '../issue/check.ts';
import { issuingClient, newMarket, type Market } from '../issue/client.ts';
import { compareLists } from '../issue/lists.ts';
import { wasIssued } from '../issue/operation.ts';
import { waitUntilQuiet } from '../issue/quiet.ts';
import { readSnapshot } from '../issue/snapshot.ts';
import { beside } from '../kit/beside.ts';
import { until, type ChildServer } from '../kit/child-server.ts';
import { callerAddress, fetchFrom } from '../kit/fetch-from.ts';
import { seededRandom } from '../kit/random.ts';
import type { MosquittoServer } from '../mosquitto/server.ts';
import { openHomes, type Homes } from './homes.ts';
import { openTwoNodes, type TwoNodes } from './stage.ts';

const site = 'conference';
const clientsCount = 4;
const keysPerRound = 600;
const answersBetween = 10;
const withinMs = 120_000;
const pauseMsMax = 400;

export type TwoNodesRun = {
  folder: string;
  seed: number;
  rounds: number;
  /** The broker of both; without it each node has its own. */
  mosquitto: MosquittoServer | null;
  say: (line: string) => void;
};
export type TwoNodesReport = { faults: string[]; figures: Record<string, number> };

/**
 * Clients issue keys through two nodes without a pause, and gateways report to the broker while people look at their pages. Each round kills one
 * node and brings it back, then stops and starts both one after the other, as an upgrade does. Afterwards everything that clients and gateways
 * were told is held against what is there.
 */
export async function workThroughTwoNodes(run: TwoNodesRun): Promise<TwoNodesReport> {
  const { seed, rounds } = run;
  const stage = await openTwoNodes(run.folder, run.mosquitto);
  try {
    const members: Member[] = [];
    for (let index = 0; index < clientsCount; index += 1)
      members.push(await newCompany({ url: stage.front.url, mail: stage.mail }, site, fetchFrom(callerAddress(index))));
    const { hex } = seededRandom(`${seed} keys`);
    const give = { site, hex };
    const fresh = await beside(
      stage.dataDir,
      (app) => giveActivationKeys({ app }, rounds * keysPerRound, give),
      stage.env,
    );
    const homes = await openHomes(stage, seededRandom(`${seed} homes`));
    try {
      return await play(stage, members, fresh, homes, run);
    } finally {
      await homes.close();
    }
  } finally {
    await stage.close();
  }
}

async function play(
  stage: TwoNodes,
  members: Member[],
  fresh: Market['fresh'],
  homes: Homes,
  { seed, rounds, say }: Pick<TwoNodesRun, 'seed' | 'rounds' | 'say'>,
): Promise<TwoNodesReport> {
  const { front, nodes, mail } = stage;
  let over = false;
  const mailsBefore = mail.mails.length;
  const market = newMarket({ fresh, up: () => sleep(2), isOver: () => over });
  const clients = members.map((member, at) => issuingClient(member, at, market, seededRandom(`${seed} client ${at}`)));
  const running = Promise.all(clients.map((client) => client.run()));
  const random = seededRandom(`${seed} kills`);
  const answered = () => market.history.filter(({ answers }) => answers.length > 0).length;
  const workOn = async (down: ChildServer | null = null) => {
    const from = answered();
    await until('requests are answered', () => answered() >= from + answersBetween, withinMs);
    await homes.move(down);
    await sleep(random.below(pauseMsMax));
  };
  const faults: string[] = [];
  let inFlight = 0;
  let brokenByKills = 0;

  const killOne = async (node: ChildServer) => {
    await workOn();
    const before = front.broken();
    const begun = front.begun(node.url);
    const underWay = front.underWay(node.url);
    await node.kill('server');
    // What came until it was gone was in its hands as well.
    const had = underWay + front.begun(node.url) - begun;
    // The other goes on alone.
    await workOn(node);
    const broken = front.broken() - before;
    if (broken > had) faults.push(`${broken} requests broke when a node with ${had} in hand was killed`);
    inFlight += had;
    brokenByKills += broken;
    node.spawn();
    await node.ready();
  };
  const upgrade = async (node: ChildServer) => {
    await workOn();
    const code = await node.stop();
    if (code !== 0) faults.push(`a node that was asked to stop ended with ${code}: ${node.lastWords()}`);
    await workOn(node);
    node.spawn();
    await node.ready();
  };
  for (let round = 1; round <= rounds; round += 1) {
    await killOne(random.pick(nodes));
    const before = market.statuses.get(502) ?? 0;
    for (const node of nodes) await upgrade(node);
    const failed = (market.statuses.get(502) ?? 0) - before;
    if (failed > 0) faults.push(`${failed} requests failed while nodes were stopped in order`);
    if (round % 10 === 0) say(`${round} rounds, ${market.history.length} requests`);
  }
  await workOn();
  over = true;
  await running;
  const atHome = await homes.end();
  await beside(stage.dataDir, waitUntilQuiet, stage.env);
  const deliveries = mail.mails.slice(mailsBefore).map((one, life) => ({ ...one, life }));
  const snapshot = await beside(stage.dataDir, (app) => readSnapshot(app, site), stage.env);
  const repeats = countRepeats(deliveries);
  if (repeats > rounds) faults.push(`${repeats} mails came again after ${rounds} kills`);
  faults.push(
    ...findFaults({
      history: market.history,
      snapshot,
      deliveries: deliveries.filter(({ to }) => !homes.addresses.has(to)),
    }),
    ...(await compareLists(members, snapshot)),
    ...atHome.faults,
  );
  for (const [status, count] of market.statuses)
    if (![502, 503, 409].includes(status)) faults.push(`the answer ${status} came ${count} times`);
  return {
    faults,
    figures: {
      'kills of a node': rounds,
      'nodes stopped and started in order': rounds * nodes.length,
      'requests issued': market.history.filter(wasIssued).length,
      'requests at the first node': front.sentTo(nodes[0].url),
      'requests at the second node': front.sentTo(nodes[1].url),
      'requests in hand of a killed node': inFlight,
      'of these broken': brokenByKills,
      'keys bound': snapshot.bindings.length,
      'events sealed': snapshot.events,
      'mails received': deliveries.length,
      'of these repeats': repeats,
      ...atHome.figures,
    },
  };
}
