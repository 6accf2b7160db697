import { mutate } from '../kit/mutate.ts';
import { callerAddress } from '../kit/fetch-from.ts';
import type { Random } from '../kit/random.ts';
import { say, type Heard, type Target } from './raw.ts';
import { boundary, chunked, logInOf, requestOf, uploadOf, uploadParts, type Insider } from './requests.ts';
import type { Rude } from './rude.ts';
import { rudeRequests } from './rude/all.ts';

/** Beside those of slow connections, so that no limit of a minute answers first. */
const addressesFrom = 1_000;
const addresses = 10_000;
const internal = 500;
const atOnce = 20;
/** Where a request is spoilt so that both wait for the other, it gives up. */
const patienceMs = 500;
const rightChance = 0.3;
const goingOn = { connection: 'keep-alive' };

export type Attacked = { faults: string[]; connections: number; answers: Map<number, number> };

export const attackedNone = (): Attacked => ({ faults: [], connections: 0, answers: new Map() });

function count(attacked: Attacked, { statuses }: Heard): void {
  attacked.connections += 1;
  for (const status of statuses) attacked.answers.set(status, (attacked.answers.get(status) ?? 0) + 1);
}

const from = (attacked: Attacked, number: number) =>
  callerAddress(addressesFrom + ((attacked.connections + number) % addresses));

/** Everything that is rude by itself, once each. */
export async function beRude(target: Target, insider: Insider, attacked: Attacked): Promise<void> {
  for (const rude of rudeRequests) {
    const heard = await say(target, rude.say(insider), {
      from: from(attacked, 0),
      patienceMs: rude.ends && 0,
    });
    count(attacked, heard);
    const wrong = whatIsWrong(rude, heard);
    if (wrong) attacked.faults.push(`${rude.name}: ${wrong}`);
  }
}

function whatIsWrong({ answers, mayClose }: Rude, { statuses }: Heard): string | null {
  const odd = statuses.find((status) => !answers.includes(status));
  if (odd !== undefined) return `answered with ${odd}`;
  return statuses.length === 0 && !mayClose ? 'no answer' : null;
}

/** Requests as they should be, with faults in them, several behind one another on one connection. */
export async function spoil(
  target: Target,
  insider: Insider,
  rounds: number,
  randomOf: (round: number) => Random,
  attacked: Attacked,
): Promise<void> {
  for (let round = 0; round < rounds; round += atOnce)
    await Promise.all(
      Array.from({ length: Math.min(atOnce, rounds - round) }, async (_, at) => {
        const heard = await say(target, spoilt(insider, randomOf(round + at)), {
          from: from(attacked, at),
          patienceMs,
        });
        count(attacked, heard);
        const bad = heard.statuses.find((status) => status >= internal);
        if (bad !== undefined) attacked.faults.push(`spoilt requests ${round + at}: answered with ${bad}`);
      }),
    );
}

function spoilt(insider: Insider, random: Random): Buffer[] {
  const [file, end] = uploadParts('activation-keys', 'a.csv');
  const right = [
    requestOf(insider, 'GET', '/session', goingOn),
    logInOf(insider, '{"loginId":"nobody","password":"nothing"}', goingOn),
    uploadOf(insider, Buffer.concat([file, Buffer.from('a,b\r\n1,2'), end]), goingOn),
    requestOf(insider, 'GET', `${insider.path}/imports?page=1`, goingOn),
    Buffer.concat([
      requestOf(insider, 'POST', `${insider.path}/imports`, {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'transfer-encoding': 'chunked',
        ...goingOn,
      }),
      ...chunked([file, end]),
    ]),
  ];
  const said = Array.from({ length: 1 + random.below(right.length) }, () => random.pick(right));
  return said.map((request) => (random.chance(rightChance) ? request : mutate(request, random)));
}
