import { randomBytes } from 'node:crypto';
import { afterFailure, type LockoutState, mayTry, noFailures } from '../../domain/accounts/lockout.ts';
import type { Refusal } from '../../domain/verdict.ts';
import { type AdminPassword, isAdminPassword } from './admin-password.ts';

const idleMs = 10 * 60 * 1000;
const tokenBytes = 32;
const lockout = { kind: 'fixed', after: 5, seconds: 60 } as const;

/** Who is logged in at the unit: one administrator at a time, forgotten by a restart. */
export type AdminSession = {
  logIn: (
    typed: string,
    password: AdminPassword,
  ) => Promise<{ ok: true; value: string } | Refusal<'password-wrong' | 'locked'>>;
  open: () => string;
  isOpen: (token: string | undefined) => boolean;
  close: () => void;
};

export function adminSession(now: () => Date): AdminSession {
  let session: { token: string; lastUsedAt: number } | null = null;
  let failures: LockoutState = noFailures;

  const open = () => {
    session = { token: randomBytes(tokenBytes).toString('base64url'), lastUsedAt: now().getTime() };
    return session.token;
  };
  return {
    open,
    close: () => {
      session = null;
    },
    isOpen: (token) => {
      if (!session || session.token !== token || now().getTime() - session.lastUsedAt >= idleMs) return false;
      session.lastUsedAt = now().getTime();
      return true;
    },
    logIn: async (typed, password) => {
      const may = mayTry(failures, 'known', now());
      if (!may.ok) return { ok: false, code: 'locked', ...(may.params && { params: may.params }) };
      // Counted before the slow hash, so that guesses sent side by side are counted one by one.
      failures = afterFailure(may.value, lockout, now());
      if (!(await isAdminPassword(typed, password))) return { ok: false, code: 'password-wrong' };
      failures = noFailures;
      return { ok: true, value: open() };
    },
  };
}
