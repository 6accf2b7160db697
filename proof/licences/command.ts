import type { Answer } from '../../tools/test/person.ts';
import type { Random } from '../kit/random.ts';
import type { Gate } from '../kit/kills.ts';
import { ask, type Asking, type Said } from '../kit/said.ts';

export type Line = { type: string; termMonths: number; quantity: number };

/** What somebody wants. Organizations, devices and licences by their outside IDs. */
export type Wish =
  | { kind: 'order'; number: string; dealer: string; lines: readonly Line[] }
  | { kind: 'shop-refund'; number: string; dealer: string; order: string }
  | { kind: 'refund'; dealer: string; order: string }
  | { kind: 'assign' | 'plan'; dealer: string; customer: string; lines: readonly Line[] }
  | { kind: 'pass-on' | 'return'; from: string; to: string; lines: readonly Line[] }
  | { kind: 'cancel'; plan: string }
  | { kind: 'place'; licence: string; device: string }
  | { kind: 'free' | 'set-aside'; licence: string };

/** One wish of one client, however often it was sent under the name that makes it known again. */
export type Command = {
  wish: Wish;
  ask: () => Promise<Answer>;
  answers: Said[];
  /** How many of its requests died without an answer. */
  broken: number;
};

export type Market = Asking & {
  history: Command[];
  /** Orders that were stored. */
  orders: Extract<Wish, { kind: 'order' }>[];
  /** Commands of which nobody has looked yet whether they are there. */
  unseen: Command[];
  /** How many settled something. */
  answers: number;
  /** Their clients gave up after a broken request; asked again in the end. */
  left: Command[];
  /** What went wrong between clients. */
  faults: string[];
  gate: Gate;
  isOver: () => boolean;
};

const leavingChance = 0.1;

export const wasDone = ({ answers: [first] }: Command): boolean => first !== undefined && first.status < 300;

/** Sends it once more; whether that settled it. */
export async function send(market: Market, command: Command): Promise<boolean> {
  const said = await ask(market, command.ask);
  if (!said) {
    command.broken += 1;
    return false;
  }
  command.answers.push({ status: said.status, body: said.body });
  market.answers += 1;
  if (command.answers.length === 1 && wasDone(command)) {
    market.unseen.push(command);
    if (command.wish.kind === 'order') market.orders.push(command.wish);
  }
  return true;
}

export type AssignedLine = Line & { id: string; licences: string[] };
export const assignedIn = (said: Said | undefined) => (said?.body.assignments ?? []) as AssignedLine[];

/** Sends it until it is answered; now and then its client gives up where the answer was cut off. Whether it was answered. */
export async function perform(market: Market, command: Command, random?: Random): Promise<boolean> {
  market.history.push(command);
  while (!(await send(market, command))) {
    if (random?.chance(leavingChance)) {
      market.left.push(command);
      return false;
    }
    await market.gate.passed();
  }
  return true;
}

export function commandFor(wish: Wish, ask: Command['ask']): Command {
  return { wish, ask, answers: [], broken: 0 };
}
export const plansIn = (said: Said | undefined) => (said?.body.plans ?? []) as string[];
