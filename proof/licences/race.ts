import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkStock } from '../../server/licences/stock/check.ts';
import type { App } from '../../server/kernel/app.ts';
import { giveStock } from '../../tools/test/licence-stock.ts';
import { licenceSite, newCustomerOf, newDealer } from '../../tools/test/licences.ts';
import { callerAddress, fetchFrom } from '../kit/fetch-from.ts';
import { seededRandom, type Random } from '../kit/random.ts';
import { person, type Answer } from '../../tools/test/person.ts';

const line = { type: 'recorder', termMonths: 12, quantity: 1 };
/** What one address may ask of one route in a minute is no part of the race. */
const requestsPerAddress = 20;
/** A machine that is busy with other things may not answer all of them at once; how often each asks again. */
const triesMax = 10;
/** Who starts first does not always win, so there are more rounds than were asked for until both kinds have won, up to so many. */
const roundsMax = 30;

export type LicenceRace = {
  app: App;
  url: string;
  seed: number;
  /** Of each kind: all assign, and some assign while others pass on. */
  rounds: number;
  requests: number;
  say: (text: string) => void;
};
export type LicenceRaceResult = {
  faults: string[];
  /** How many there were of each kind. */
  played: number;
  /** Who won where all wanted to assign. */
  alone: number;
  /** Who won where both were wanted. */
  against: Record<Want, number>;
  /** How often somebody was told to come again soon. */
  askedAgain: number;
};

const wants = ['assign', 'pass-on'] as const;
type Want = (typeof wants)[number];

/** In each round many want the dealer's last licence at once, to assign it or to pass it on: exactly one gets it, and the ledger agrees. */
export async function raceForLicences({
  app,
  url,
  seed,
  rounds,
  requests,
  say,
}: LicenceRace): Promise<LicenceRaceResult> {
  const dealer = await newDealer({ app, url });
  const below = await newDealer({ app, url }, '見本二次店', dealer.organization);
  const customer = await newCustomerOf({ app, url }, dealer);
  const random = seededRandom(`${seed} order`);
  const result: LicenceRaceResult = {
    faults: [],
    played: 0,
    alone: 0,
    against: { assign: 0, 'pass-on': 0 },
    askedAgain: 0,
  };
  let addresses = 0;
  const caller = () => {
    const someone = person(url, licenceSite, 'ja', fetchFrom(callerAddress(addresses)));
    addresses += 1;
    for (const [name, value] of dealer.cookies) someone.cookies.set(name, value);
    return someone;
  };
  const race = async (name: string, order: readonly Want[]): Promise<Want | null> => {
    const callers = Array.from({ length: Math.ceil(requests / requestsPerAddress) }, caller);
    const ask = async (want: Want, at: number): Promise<Answer> => {
      const someone = callers[at % callers.length] ?? dealer;
      const { path, body } =
        want === 'assign'
          ? { path: 'licence-assignments', body: { customer: customer.organization, lines: [line] } }
          : { path: 'licence-passings', body: { kind: want, to: below.organization, lines: [line] } };
      // Asking again under the same key is asking for the same thing.
      const headers = { 'idempotency-key': randomUUID() };
      for (let tries = 1; ; tries += 1) {
        const answer = await someone.call('POST', `${dealer.path}/${path}`, body, headers);
        if (answer.status !== 503 || tries === triesMax) return answer;
        result.askedAgain += 1;
        await sleep(Number(answer.headers.get('retry-after')) * 1_000);
      }
    };
    await giveStock({ app }, licenceSite, dealer.organization, [line]);
    const answers = await Promise.all(order.map(ask));
    const winners = order.filter((_, at) => answers[at]?.status === 201);
    const strange = answers.filter(({ status }) => status !== 201 && status !== 422).map(({ status }) => status);
    if (winners.length !== 1 || strange.length > 0)
      result.faults.push(`${name}: won by ${winners.join(' ') || 'none'}, other answers ${strange.join(' ')}`);
    return winners.length === 1 ? (winners[0] ?? null) : null;
  };
  let heads: (Want | null)[] = [];
  const hasEachWon = () => wants.every((want) => result.against[want] > 0);
  for (let round = 1; round <= rounds || (!hasEachWon() && round <= roundsMax); round += 1) {
    result.played = round;
    // Of any three rounds each kind starts first in one, which one is left to chance.
    if (heads.length === 0) heads = shuffled([...wants, null], random);
    if (
      await race(
        `round ${round} alone`,
        Array.from({ length: requests }, () => 'assign' as const),
      )
    )
      result.alone += 1;
    const winner = await race(`round ${round} against`, startOrder(requests, heads.pop() ?? null, random));
    if (winner) result.against[winner] += 1;
    if (round % 100 === 0) say(`${round} rounds`);
  }
  const { faults } = await checkStock(app.db);
  result.faults.push(...faults.map((fault) => JSON.stringify(fault)));
  return result;
}

/**
 * As many of both, in an order left to chance or behind a head of one kind. Assigning asks the database for more before it takes stock: without
 * such a head it would hardly ever be first.
 */
function startOrder(requests: number, head: Want | null, random: Random): Want[] {
  const order = shuffled(
    Array.from({ length: requests }, (_, at): Want => (at % 2 === 0 ? 'assign' : 'pass-on')),
    random,
  );
  return head === null ? order : order.toSorted((a, b) => Number(b === head) - Number(a === head));
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random.below(2 ** 32) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
