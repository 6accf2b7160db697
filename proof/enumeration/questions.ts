import { agreements, signUpValues } from '../../tools/test/accounts.ts';
import { newMember } from '../../tools/test/members.ts';
import { person, type Answer, type Person } from '../../tools/test/person.ts';
import { failedCodesPerMinuteMax } from '../../domain/accounts/code-guard.ts';
import type { App } from '../../server/kernel/app.ts';
import type { Random } from '../kit/random.ts';
import { serialQuestion } from './serials.ts';

const byId = 'conference';
const password = { byId: 'Engawa26', byMail: 'steam over the green hills' };
/** Of what may be asked five times an hour or account, each account is asked for so often. */
const asksEach = 5;
const digits = 8;

export type Scene = {
  url: string;
  app: App;
  /** A site where the mail address is the login ID and codes are mailed. */
  byMail: string;
  random: Random;
  /** The way to the server of the nth caller. */
  sendOf: (index: number) => typeof fetch;
};

/** The same thing asked about an account that is there and about one that is not; what was typed is as long. */
export type Question = {
  name: string;
  /** No answer leaves before this many milliseconds, so that time tells nothing; 0 where the work itself is the same. */
  gridMs: number;
  /** How many pairs can be asked before the state of the whole site changes, which would set the two of a pair apart. */
  pairsMax?: number;
  /** What has to be done before the first pair. */
  before?: () => Promise<unknown>;
  ask: (round: number, isThere: boolean) => Promise<{ answer: Answer; typed: string; tookMs: number }>;
};

async function timed(typed: string, call: () => Promise<Answer>): ReturnType<Question['ask']> {
  const startedAt = performance.now();
  const answer = await call();
  return { answer, typed, tookMs: performance.now() - startedAt };
}

/** Makes accounts, as many as so many rounds need, and the ways in which a stranger could look for them. */
export async function prepareQuestions(scene: Scene, rounds: number): Promise<Question[]> {
  const count = Math.ceil(rounds / asksEach);
  const names = Array.from({ length: count }, () => scene.random.hex(digits).toLowerCase());
  const known = (round: number) => names[round % count] ?? '';
  const unknown = () => scene.random.hex(digits).toLowerCase();
  const nameOf = (round: number, isThere: boolean) => (isThere ? known(round) : unknown());
  const idOf = (round: number, isThere: boolean) => `x${nameOf(round, isThere)}`;
  const mailOf = (round: number, isThere: boolean) => `x${nameOf(round, isThere)}@example.jp`;
  const stranger = (round: number, site: string) => person(scene.url, site, 'ja', scene.sendOf(round));
  const wrongCode = (round: number, loginId: string) =>
    stranger(round, scene.byMail).call('POST', '/password-resets/code', { loginId, code: '000000' });
  const askForCode: Question['ask'] = (round, isThere) => {
    const loginId = mailOf(round, isThere);
    return timed(loginId, () => wrongCode(round, loginId));
  };
  await makeAccounts(scene, names);

  const sites = { [byId]: await agreementsOf(scene, byId), [scene.byMail]: await agreementsOf(scene, scene.byMail) };
  const members = await logInMembers(scene, Math.ceil(rounds / 2));
  return [
    {
      name: 'login',
      gridMs: 100,
      ask: (round, isThere) => {
        const loginId = idOf(round, isThere);
        const caller = stranger(round, byId);
        return timed(loginId, () => caller.call('POST', '/session', { loginId, password: 'Mistake26' }));
      },
    },
    {
      name: 'forgotten password, by link',
      gridMs: 200,
      ask: (round, isThere) => {
        const account = idOf(round, isThere);
        const caller = stranger(round, byId);
        return timed(account, () => caller.create('/password-resets', { account }));
      },
    },
    {
      name: 'forgotten password, by code',
      gridMs: 200,
      ask: (round, isThere) => {
        const account = mailOf(round, isThere);
        const caller = stranger(round, scene.byMail);
        return timed(account, () => caller.create('/password-resets', { account }));
      },
    },
    {
      name: 'code of a reset',
      gridMs: 200,
      // One failed code more, and the guard of the site trips for an hour.
      pairsMax: failedCodesPerMinuteMax / 2,
      ask: askForCode,
    },
    {
      name: 'code of a reset, the guard tripped',
      gridMs: 200,
      before: () =>
        Promise.all(
          Array.from({ length: failedCodesPerMinuteMax + 1 }, (_, round) => wrongCode(round, mailOf(round, false))),
        ),
      ask: askForCode,
    },
    {
      name: 'forgotten login ID',
      gridMs: 200,
      ask: (round, isThere) => {
        const mail = `y${nameOf(round, isThere)}@example.jp`;
        const caller = stranger(round, byId);
        return timed(mail, () => caller.create('/login-id-reminders', { mail }));
      },
    },
    {
      name: 'sign-up',
      gridMs: 0,
      ask: (round, isThere) => {
        const mail = mailOf(round, isThere);
        const caller = stranger(round, scene.byMail);
        const body = { values: signUpValues(mail), language: 'ja', agreed: sites[scene.byMail] };
        return timed(mail, () => caller.create('/sign-ups', body));
      },
    },
    {
      name: 'change of mail address',
      gridMs: 0,
      ask: (round, isThere) => {
        const mail = mailOf(round, isThere);
        const member = members[round % members.length];
        if (!member) throw new Error('nobody is logged in');
        const body = { mail, mailAgain: mail, password: password.byMail };
        return timed(mail, () => member.create('/account/mail-change', body));
      },
    },
    await serialQuestion(scene, rounds),
  ];
}

/** Of each name an account by ID, another whose address is asked for, and one whose ID is its address. */
async function makeAccounts(scene: Scene, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const at = (letter: string) => `${letter}${name}@example.jp`;
    const inById = { site: byId, password: password.byId } as const;
    await newMember(scene, { ...inById, loginId: `x${name}`, mail: at('x') });
    await newMember(scene, { ...inById, loginId: `y${name}`, mail: at('y') });
    await newMember(scene, { site: scene.byMail, password: password.byMail, loginId: at('x'), mail: at('x') });
  }
}

async function agreementsOf(scene: Scene, site: string): Promise<{ document: string; version: string }[]> {
  return agreements(person(scene.url, site));
}

async function logInMembers(scene: Scene, count: number): Promise<Person[]> {
  const members: Person[] = [];
  for (let index = 0; index < count; index += 1) {
    const mail = `m${scene.random.hex(digits).toLowerCase()}@example.jp`;
    await newMember(scene, { site: scene.byMail, password: password.byMail, loginId: mail, mail });
    const member = person(scene.url, scene.byMail, 'ja', scene.sendOf(index));
    const { status, text } = await member.call('POST', '/session', { loginId: mail, password: password.byMail });
    if (status !== 200) throw new Error(text);
    members.push(member);
  }
  return members;
}
