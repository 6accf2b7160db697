import type { Answer } from '../../tools/test/person.ts';
import { prepareQuestions, type Question, type Scene } from './questions.ts';

export type EnumerationResult = {
  faults: string[];
  /** By question: how often a guess from the time alone whether there is an account would be right, in percent; 50 is chance. */
  guessedRight: Record<string, number>;
};

type Options = Scene & { rounds: number; atOnce: number; say: (line: string) => void };

/**
 * Asks in pairs, about an account that is there and one that is not, in an order that chance decides. Both answers must be
 * the same in status, headers, body and length, and none may leave before its grid.
 */
export async function askInPairs({ rounds, atOnce, say, ...scene }: Options): Promise<EnumerationResult> {
  const questions = await prepareQuestions(scene, rounds);
  const result: EnumerationResult = { faults: [], guessedRight: {} };
  for (const question of questions) {
    const [there, notThere]: [number[], number[]] = [[], []];
    const pairs = Math.min(rounds, question.pairsMax ?? rounds);
    let next = 0;
    await question.before?.();
    const lane = async (): Promise<void> => {
      while (next < pairs) {
        const round = next;
        next += 1;
        const pair = await askPair(question, round, scene.random.chance(0.5));
        result.faults.push(...differences(question, round, pair));
        there.push(pair.there.tookMs);
        notThere.push(pair.notThere.tookMs);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    result.guessedRight[question.name] = Math.round(guessesRight(there, notThere) * 1000) / 10;
    say(
      `${question.name}: ${pairs} pairs, ${result.faults.length} faults so far, ${result.guessedRight[question.name]} %`,
    );
  }
  return result;
}

type Asked = Awaited<ReturnType<Question['ask']>>;
type Pair = { there: Asked; notThere: Asked };

async function askPair(question: Question, round: number, thereFirst: boolean): Promise<Pair> {
  if (thereFirst) {
    const there = await question.ask(round, true);
    return { there, notThere: await question.ask(round, false) };
  }
  const notThere = await question.ask(round, false);
  return { there: await question.ask(round, true), notThere };
}

function differences({ name, gridMs }: Question, round: number, { there, notThere }: Pair): string[] {
  const [one, other] = [looks(there), looks(notThere)];
  const faults = one === other ? [] : [`${name}, round ${round}: ${one} against ${other}`];
  for (const { tookMs } of [there, notThere])
    if (tookMs < gridMs) faults.push(`${name}, round ${round}: an answer after ${Math.round(tookMs)} ms`);
  return faults;
}

/** What differs in every answer anyway, by a text of the same length. */
function blank(text: string, typed: string): string {
  return text
    .replaceAll(typed, 'T'.repeat(typed.length))
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'U'.repeat(36))
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'I'.repeat(24));
}

/** All that an asker sees of an answer but its time. */
function looks({ answer, typed }: { answer: Answer; typed: string }): string {
  const headers = [...answer.headers]
    .filter(([name]) => name !== 'date' && name !== 'x-request-id')
    .map(([name, value]) => `${name}: ${name === 'set-cookie' ? value.replace(/=[^;]*/, '') : value}`)
    .toSorted();
  return JSON.stringify([answer.status, headers, answer.text.length, blank(answer.text, typed)]);
}

/** The share of pairs, over all of both lists, in which the longer time belongs to the account that is there; ties count half. */
export function guessesRight(there: readonly number[], notThere: readonly number[]): number {
  const all = [...there.map((ms) => ({ ms, isThere: true })), ...notThere.map((ms) => ({ ms, isThere: false }))];
  all.sort((one, other) => one.ms - other.ms);
  let rankSum = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.ms === all[from]?.ms) to += 1;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at += 1) if (all[at]?.isThere) rankSum += rank;
    from = to;
  }
  const wins = rankSum - (there.length * (there.length + 1)) / 2;
  return wins / (there.length * notThere.length);
}
