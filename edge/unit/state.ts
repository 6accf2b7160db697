import { z } from 'zod';
import type { FactoryFile } from '../../domain/registration-keys/factory-file.ts';
import { parseKey } from '../../domain/registration-keys/key.ts';
import type { Localised } from '../../domain/site/languages.ts';
import { fail, pass, type Verdict } from '../../domain/verdict.ts';
import { verifierOf } from './verifier.ts';

const keysMax = 4096; // 256 features of 16 slots: more right keys than this cannot exist.

/** What a unit keeps over a restart. Keys are kept as they were entered and checked again at every start. */
export const unitStateSchema = z.strictObject({
  adminPassword: z.strictObject({ salt: z.string(), hash: z.string() }).nullable(),
  keys: z.array(z.strictObject({ key: z.string(), enteredAt: z.iso.datetime() })).max(keysMax),
  restarts: z.int().min(0),
});
export type UnitState = z.output<typeof unitStateSchema>;

/** A unit fresh from the factory: nothing is switched on and there is no admin password, not even a default one. */
export const freshUnit: UnitState = { adminPassword: null, keys: [], restarts: 0 };

export type FeatureOn = { feature: number; slot: number; name: Localised | null; key: string; enteredAt: string };

export type KeyRefusal = 'key-missing' | 'authentication-failed' | 'already-on';

/** What is switched on, by feature and slot. A stored key that does not belong to this unit switches nothing on. */
export function featuresOn(state: UnitState, factory: FactoryFile): FeatureOn[] {
  const verify = verifierOf(factory);
  const on = state.keys.flatMap(({ key, enteredAt }) => {
    const verdict = verify(key);
    return verdict.ok ? [describe(verdict.value, factory, key, enteredAt)] : [];
  });
  return on.toSorted((one, other) => one.feature - other.feature || one.slot - other.slot);
}

/**
 * Looks at one typed key. Nothing changes: the person is asked before the restart that switches the feature on.
 * @param typed the boxes' contents put together.
 */
export function checkKey(
  state: UnitState,
  factory: FactoryFile,
  typed: string,
  enteredAt: Date,
): Verdict<FeatureOn, KeyRefusal> {
  const parsed = parseKey(typed);
  if (!parsed.ok && parsed.code === 'required') return fail('key-missing');
  const verdict = verifierOf(factory)(typed);
  if (!parsed.ok || !verdict.ok) return fail('authentication-failed');
  const wanted = describe(verdict.value, factory, parsed.value, enteredAt.toISOString());
  const already = featuresOn(state, factory).some(
    ({ feature, slot }) => feature === wanted.feature && slot === wanted.slot,
  );
  return already ? fail('already-on') : pass(wanted);
}

/** Saves one key and restarts: the state after it. What was on before stays on; a wrong key changes nothing. */
export function restartWithKey(
  state: UnitState,
  factory: FactoryFile,
  typed: string,
  now: Date,
): Verdict<UnitState, KeyRefusal> {
  const checked = checkKey(state, factory, typed, now);
  if (!checked.ok) return checked;
  const { key, enteredAt } = checked.value;
  return pass({ ...state, keys: [...state.keys, { key, enteredAt }], restarts: state.restarts + 1 });
}

function describe(
  { feature, slot }: { feature: number; slot: number },
  factory: FactoryFile,
  key: string,
  enteredAt: string,
): FeatureOn {
  const known = factory.features.find(({ code }) => code === feature);
  return { feature, slot, name: known?.name ?? null, key, enteredAt };
}
