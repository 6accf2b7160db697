import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { newAt, ownGateways } from '../../tools/test/alarms.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import type { Colleague } from '../../tools/test/organizations.ts';
import type { TestServer } from '../../tools/test/server.ts';
import { makeWebhook, startReceiver, type Received, type Receiver } from '../../tools/test/webhooks.ts';
import { steadyCaller } from '../kit/callers.ts';
import type { Stage } from '../kit/flow.ts';
import type { Random } from '../kit/random.ts';

export const siteId = gatewaySite;
export const kind = 'devices.changed';
const devicesCount = 3;
const slowMaxMs = 60;
/** Each refusal has the receiver left alone for a second: more of them, and little would be sent between the kills. */
const refusalChance = 0.03;
/** One that hangs holds the next message up for longer than a fault lasts. */
const hangChance = 0.003;

/** A webhook with its receiver; `wanted` when it is to be told of what happens to the devices, or until it says that it wants no more. */
export type Listener = {
  name: string;
  wanted: boolean | 'until-gone';
  webhook: string;
  secret: string;
  receiver: Receiver;
  /** The statuses that it answered with, in the order of `received`; null where it hung up, or never answered. */
  answered: (number | null)[];
  /** Messages whose signature was not right when they came: later their time would be too long ago. */
  unsigned: string[];
};

export type Scene = { owner: Colleague; devices: string[]; listeners: Listener[] };

type Answering = (random: Random, isNew: boolean) => Promise<number | 'hangs' | null>;
const takes = 204;
const wantsNoMore = 410;
const answering = {
  prompt: async () => takes,
  slow: async (random) => {
    await sleep(random.below(slowMaxMs));
    return takes;
  },
  /** Refuses some when they come first, hangs up on them, or says nothing at all. */
  moody: async (random, isNew) => {
    if (isNew && random.chance(hangChance)) return 'hangs';
    if (!isNew || !random.chance(refusalChance)) return takes;
    return random.chance(0.5) ? 500 : null;
  },
} satisfies Record<string, Answering>;

/** A sender whose clock is wrong signs another time. */
function isSigned(secret: string, { body, headers }: Received, clockMoves: boolean): boolean {
  const webhook = new Webhook(secret);
  const { 'webhook-id': id = '', 'webhook-timestamp': at, 'webhook-signature': signatures = '' } = headers;
  if (clockMoves) return signatures.split(' ').includes(webhook.sign(id, new Date(Number(at) * 1_000), body));
  try {
    webhook.verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

/** An owner whose devices change, and webhooks: their own, one of theirs that is switched off, and a stranger's. */
export async function makeScene(
  server: Pick<TestServer, 'app' | 'url'>,
  receivers: Receiver[],
  random: Random,
  { clockMoves, outwards }: Pick<Stage, 'clockMoves' | 'outwards'>,
): Promise<Scene> {
  const made = await newAt(server, 'customer', '見本 花子');
  const gateways = await ownGateways(server, made, devicesCount);
  const owner = steadyCaller({ url: server.url, clockMoves }, siteId, made);
  const stranger = await newAt(server, 'customer', '見本 次郎');
  const listeners: Listener[] = [];
  const listen = async (
    name: string,
    of: Colleague,
    answer: Answering,
    wanted: Listener['wanted'] = true,
  ): Promise<Listener> => {
    const receiver = await startReceiver();
    receivers.push(receiver);
    const { id, secret } = await makeWebhook(of, await outwards(receiver.url), [kind]);
    const listener: Listener = { name, wanted, webhook: id, secret, receiver, answered: [], unsigned: [] };
    receiver.answer((request, response) => {
      const at = listener.answered.push(null) - 1;
      const told = request.headers['webhook-id'];
      const message = receiver.received.at(-1);
      if (!message || !isSigned(secret, message, clockMoves)) listener.unsigned.push(String(told));
      const isNew = receiver.received.filter(({ headers }) => headers['webhook-id'] === told).length === 1;
      void answer(random, isNew).then((status) => {
        if (status === 'hangs') return;
        listener.answered[at] = status;
        if (status === null) request.socket.destroy();
        else response.writeHead(status).end();
      });
    });
    listeners.push(listener);
    return listener;
  };
  for (const [name, answer] of Object.entries(answering)) await listen(name, owner, answer);
  const off = await listen('switched off', owner, answering.prompt, false);
  const switched = await owner.call('PUT', `${owner.path}/webhooks/${off.webhook}/switch`, { on: false });
  if (switched.status !== 204) throw new Error(switched.text);
  await listen('gone', owner, async () => wantsNoMore, 'until-gone');
  await listen('of a stranger', stranger, answering.prompt, false);
  return { owner, devices: gateways.map(({ credential }) => credential.device), listeners };
}
