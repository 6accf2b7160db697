import { z } from 'zod';
import type { CodeFormCode } from '../../domain/unlock-codes/codes.ts';
import { codeOfUnit, type UnlockFactoryFile } from '../../domain/unlock-codes/factory-file.ts';
import { readCode } from '../../domain/unlock-codes/read.ts';
import { waitLeftMs } from '../../domain/unlock-codes/waits.ts';
import { fail, pass, type Verdict } from '../../domain/verdict.ts';

/** What a locked unit keeps without power: since when its output is free, and the wrong codes it was given. */
export const lockedUnitStateSchema = z.strictObject({
  unlockedAt: z.iso.datetime().nullable(),
  wrongCodes: z.int().min(0),
  lastWrongAt: z.iso.datetime().nullable(),
});
export type LockedUnitState = z.output<typeof lockedUnitStateSchema>;

/** As it leaves the factory: no power is given out. */
export const freshLockedUnit: LockedUnitState = { unlockedAt: null, wrongCodes: 0, lastWrongAt: null };

export type TryRefusal = CodeFormCode | 'already-unlocked' | 'wait' | 'wrong-code';

/** Milliseconds until a code is looked at again; 0 when one may be tried now. */
export function waitOf({ wrongCodes, lastWrongAt }: LockedUnitState, now: Date): number {
  return waitLeftMs({ count: wrongCodes, lastAt: lastWrongAt === null ? null : new Date(lastWrongAt) }, now);
}

/**
 * Tries one typed code (U-10, U-11). What is no code at all costs nothing; a wrong one is counted and the waits grow; during a wait
 * nothing is looked at or counted. The right one frees the output for good.
 * @returns the state to remember, or null when nothing changes, and the answer.
 */
export function tryCode(
  state: LockedUnitState,
  factory: UnlockFactoryFile,
  typed: string,
  now: Date,
): { next: LockedUnitState | null; answer: Verdict<LockedUnitState, TryRefusal> } {
  if (state.unlockedAt !== null) return { next: null, answer: fail('already-unlocked') };
  if (waitOf(state, now) > 0) return { next: null, answer: fail('wait') };
  const code = readCode(typed, factory.length);
  if (!code.ok) return { next: null, answer: code };
  if (code.value === codeOfUnit(factory)) {
    const next = { ...state, unlockedAt: now.toISOString() };
    return { next, answer: pass(next) };
  }
  const next = { ...state, wrongCodes: state.wrongCodes + 1, lastWrongAt: now.toISOString() };
  return { next, answer: fail('wrong-code') };
}
