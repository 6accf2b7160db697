import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../tools/test/person.ts';
import type { Random } from '../kit/random.ts';
import { perform, plansIn, send, wasDone, type Command, type Line, type Market } from './command.ts';
import type { Dealer, Owner, Scene } from './scene.ts';
import { assign, cancel, giveBack, order, passOn, place, plan, refund, setAside, shopRefund } from './wishes.ts';
import type { Shop } from './wishes.ts';

type Made = Command | null;
type Choice = { weight: number; make: () => Made | Promise<Made>; done?: (command: Command) => void };
export type Client = () => Promise<void>;
type Around = { market: Market; scene: Scene; shop: Shop };

const types = ['recorder', 'direct'] as const;
const terms = [12, 36] as const;
const orderedMax = 6;
const wantedMax = 2;
/** More than anybody has. */
const farTooMany = 900;
const tooManyChance = 0.05;
const secondLineChance = 0.3;
const asideChance = 0.2;
const replayChance = 0.1;
const nothingToDoMs = 10;
const ordersInMind = 20;
/** Of these a repetition means the same thing again. */
const repeatable = new Set(['order', 'shop-refund', 'refund', 'assign', 'plan', 'pass-on', 'return']);

/** Everybody who does something with licences at the same time, each with a chance of their own. */
export function clientsOf(around: Around, randomOf: (name: string) => Random): Client[] {
  const { scene } = around;
  const client = (name: string, choices: (random: Random) => readonly Choice[]) => {
    const random = randomOf(name);
    return trading(around.market, random, choices(random));
  };
  return [
    client('shop', (random) => shopChoices(around, random)),
    client('operator', (random) => [{ weight: 1, make: () => operatorsRefund(around, random) }]),
    ...['first', 'second'].map((name) => client(`dealer ${name}`, (random) => dealerChoices(around, 'dealer', random))),
    client('below', (random) => dealerChoices(around, 'below', random)),
    ...scene.owners.flatMap((owner, at) =>
      [0, 1].map((half) =>
        client(`mover ${at} ${half}`, (random) => [{ weight: 1, make: () => moved(owner, half, random) }]),
      ),
    ),
    rivals(around, randomOf('rivals')),
  ];
}

function trading(market: Market, random: Random, choices: readonly Choice[]): Client {
  const settled: Command[] = [];
  const sum = choices.reduce((all, { weight }) => all + weight, 0);
  return async () => {
    while (!market.isOver()) {
      let at = random.below(sum);
      const choice = choices.find(({ weight }) => (at -= weight) < 0);
      const command = await choice?.make();
      if (!command) {
        await sleep(nothingToDoMs);
        await market.gate.passed();
        continue;
      }
      if (await perform(market, command, random)) {
        if (wasDone(command)) choice?.done?.(command);
        if (repeatable.has(command.wish.kind)) settled.push(command);
      }
      if (settled.length > 0 && random.chance(replayChance)) await send(market, random.pick(settled));
      await market.gate.rest();
    }
  };
}

function linesOf(random: Random, most: number): Line[] {
  const line = (termMonths: number): Line => ({
    type: random.pick(types),
    termMonths,
    quantity: random.chance(tooManyChance) && most === wantedMax ? farTooMany : 1 + random.below(most),
  });
  const [first, second] = terms;
  return random.chance(secondLineChance) ? [line(first), line(second)] : [line(random.pick(terms))];
}

function shopChoices({ market, scene, shop }: Around, random: Random): Choice[] {
  const taken = (): Made => {
    const one = pickLast(market.orders, random);
    if (!one) return null;
    const [line] = random.chance(0.5) ? one.lines : [];
    return shopRefund(shop, one.dealer, one.number, line ?? null);
  };
  const bought = () => order(shop, random.pick([scene.dealer, scene.dealer, scene.below]), linesOf(random, orderedMax));
  return [
    { weight: 8, make: bought },
    { weight: 2, make: taken },
  ];
}

function pickLast<T>(items: readonly T[], random: Random): T | null {
  return items.length === 0 ? null : random.pick(items.slice(-ordersInMind));
}

async function operatorsRefund({ market, scene: { operator } }: Around, random: Random): Promise<Made> {
  const one = pickLast(market.orders, random);
  if (!one || random.chance(0.8)) return null;
  const path = `${operator.path}/licence-orders?text=${one.number}`;
  const [found] = ((await asked(operator.call('GET', path)))?.body.items as { id: string }[] | undefined) ?? [];
  return found ? refund(operator, one.dealer, { id: found.id, number: one.number }) : null;
}

/** What a reader is answered, if it is answered. */
async function asked(answer: Promise<Answer>): Promise<Answer | null> {
  const given = await answer.catch(() => null);
  return given?.status === 200 ? given : null;
}

function dealerChoices({ scene }: Around, which: 'dealer' | 'below', random: Random): Choice[] {
  const own: Dealer = scene[which];
  const cameras = new Map(scene.owners.map((one) => [one.organization, one.cameras]));
  const plans: string[] = [];
  const assigned = () => {
    const customer = random.pick(own.customers);
    const lines = linesOf(random, wantedMax).map((line) => {
      const fitting = line.type === 'recorder' && random.chance(asideChance) ? (cameras.get(customer) ?? []) : [];
      return { ...line, devices: fitting.length > 0 ? [random.pick(fitting)] : [] };
    });
    const named = lines.flatMap(({ devices }) => devices);
    return assign(own, customer, new Set(named).size < named.length ? lines.slice(0, 1) : lines);
  };
  const planned = () => plan(own, random.pick(own.customers), linesOf(random, wantedMax));
  const remember = ({ answers: [said] }: Command) => plans.push(...plansIn(said));
  const cancelled = () => {
    const id = plans.pop();
    return id === undefined ? null : cancel(own, id);
  };
  const passed = () => {
    const lines = linesOf(random, wantedMax);
    return which === 'dealer'
      ? passOn(own, scene.below.organization, lines)
      : giveBack(own, scene.dealer.organization, lines);
  };
  return [
    { weight: 10, make: assigned },
    { weight: 5, make: passed },
    { weight: 3, make: planned, done: remember },
    { weight: 1, make: cancelled },
  ];
}

/** Two who move licences of one customer to the same cameras, each other ones of them. */
async function moved(owner: Owner, half: number, random: Random): Promise<Made> {
  const state = random.pick(['placed', 'waiting']);
  const path = `${owner.path}/licences`;
  const list = await asked(owner.call('GET', `${path}?state=${state}&type=recorder&sort=-assignedOn`));
  const own = ((list?.body.items ?? []) as { id: string }[]).filter(({ id }) => halfOf(id) === half);
  if (own.length === 0) return null;
  const { id } = random.pick(own);
  const seen = await asked(owner.call('GET', `${path}/${id}`));
  if (!seen) return null;
  const version = seen.headers.get('etag') ?? '';
  const serves = (seen.body.device as { id: string } | null)?.id ?? null;
  const device = random.pick(owner.cameras);
  if (serves === device || (serves !== null && random.chance(0.5))) return place(owner, id, null, version);
  return random.chance(asideChance) ? setAside(owner, id, device, version) : place(owner, id, device, version);
}

const halfOf = (id: string) => Number.parseInt(id.slice(-1), 16) % 2;

/** A dealer whose last licence is assigned and passed on at the same moment: exactly one of the two is done. */
function rivals({ market, scene: { rival, belowRival }, shop }: Around, random: Random): Client {
  const last = { type: 'recorder', termMonths: 12, quantity: 1 };
  const [customer = ''] = rival.customers;
  return async () => {
    while (!market.isOver()) {
      await perform(market, order(shop, rival, [last]));
      const two = [assign(rival, customer, [last]), passOn(rival, belowRival.organization, [last])];
      await Promise.all((random.chance(0.5) ? two : two.toReversed()).map((one) => perform(market, one)));
      const won = two.filter(wasDone).map(({ wish }) => wish.kind);
      await market.gate.rest();
      if (won.length !== 1) market.faults.push(`a last licence was given out ${won.length} times: ${won.join()}`);
    }
  };
}
