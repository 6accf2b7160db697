import type { z } from 'zod';
import { guessesWithin } from './lockout.ts';
import type { LockoutPolicy, LoginIdPolicy, PasswordPolicy, SecondFactorPolicy, SessionPolicy } from './policy.ts';

const quarterHourSeconds = 15 * 60;
/** security.md, "Accounts": password guesses that may be looked at in the first 15 minutes, by the kind of lock. */
const guessesMax = { doubling: 14, fixed: 10 } as const;

type PolicyFacts = {
  signUps: { organization: string; by: string; loginId: LoginIdPolicy }[];
  password: PasswordPolicy;
  lockout: LockoutPolicy;
  session: SessionPolicy;
  secondFactor: SecondFactorPolicy;
};

/** Refuses figures that contradict each other or that would let a password be guessed. */
export function checkPolicy(
  { signUps, password, lockout, session, secondFactor }: PolicyFacts,
  context: z.RefinementCtx,
): void {
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (password.min > password.max) refuse(['password', 'max'], 'at least password.min');
  if (session.idleMinutes > session.totalHours * 60)
    refuse(['session', 'idleMinutes'], 'at most session.totalHours, in minutes');
  if (secondFactor.use === 'off' && secondFactor.demandedOf.length > 0)
    refuse(['secondFactor', 'demandedOf'], 'nobody, because secondFactor.use is "off"');
  const guesses = guessesWithin(quarterHourSeconds, lockout);
  if (guesses > guessesMax[lockout.kind]) {
    refuse(
      ['lockout'],
      `a lock that lets at most ${guessesMax[lockout.kind]} guesses be tried in 15 minutes (this one: ${guesses})`,
    );
  }
  signUps.forEach(({ organization, by, loginId }, at) => {
    if (loginId.kind !== 'mail' && loginId.min > loginId.max)
      refuse(['signUps', at, 'loginId', 'max'], 'at least loginId.min');
    const first = signUps.findIndex((one) => one.organization === organization && one.by === by);
    if (first < at) refuse(['signUps', at], `one way for a ${organization} by "${by}"; the list has one already`);
  });
}
