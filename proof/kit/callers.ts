import { everybodysPassword } from '../../tools/test/organizations.ts';
import { person, type Answer, type Person } from '../../tools/test/person.ts';
import type { Stage } from './flow.ts';
import { fetchFromMany } from './fetch-from.ts';

/** What one address may ask in a minute is no part of a proof. */
const addresses = 20;
const loggedOut = 401;

type Caller = Person & { loginId: string };

/**
 * The same one, who asks from many addresses by turns. Where the clock of the server moves and a session ends by that, they log in again, and
 * what they had asked for counts as never answered.
 */
export function steadyCaller<P extends Caller>(
  { url, clockMoves }: Pick<Stage, 'url' | 'clockMoves'>,
  siteId: string,
  one: P,
): P {
  const same = person(url, siteId, 'ja', fetchFromMany(addresses));
  for (const [name, value] of one.cookies) same.cookies.set(name, value);
  return clockMoves ? staysLoggedIn({ ...one, ...same }, everybodysPassword) : { ...one, ...same };
}

export function staysLoggedIn<P extends Caller>(someone: P, password: string): P {
  const call: Person['call'] = async (...asked) => {
    const answer = await someone.call(...asked);
    if (answer.status !== loggedOut) return answer;
    await someone.call('POST', '/session', { loginId: someone.loginId, password });
    throw new Error('the session had ended');
  };
  return { ...someone, call };
}

/** As it was sent, but for an answer that says that its time is wrong: whoever sent it will sign it again. */
export async function inTime(answer: Promise<Answer>): Promise<Answer> {
  const given = await answer;
  if (given.status === loggedOut) throw new Error('the time of a signature seemed wrong');
  return given;
}
