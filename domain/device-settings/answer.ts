import type { Value, Values } from '../protocol/body.ts';

/** Where a change of one setting stands; all but `pending` are for good. `ended`: it was never to be taken any more, because the right to it or the ownership ended. */
export const changeStates = ['pending', 'applied', 'refused', 'superseded', 'ended'] as const;
export type ChangeState = (typeof changeStates)[number];

/** One setting that was asked for and not answered. `version` is that of the `desired` it first went down with. */
export type PendingChange = { setting: string; version: number; after: Value };
/** What a device said on `reported`. */
export type Answer = { version: number | null; values: Values; refused: readonly string[] };

/**
 * What a device's answer settles (E-09): everything that was asked up to its version. Applied is what the device says is in force; what it
 * refuses, or has otherwise, is refused. A change at the device itself (no version) settles nothing.
 */
export function settle<C extends PendingChange>(
  pending: readonly C[],
  { version, values, refused }: Answer,
): { change: C; state: 'applied' | 'refused' }[] {
  if (version === null) return [];
  return pending
    .filter((change) => change.version <= version)
    .map((change) => {
      const taken = !refused.includes(change.setting) && values[change.setting] === change.after;
      return { change, state: taken ? 'applied' : 'refused' };
    });
}

/** What somebody did at the device itself: it says so without being asked (no version), and a value is another than before. */
export function changedAtDevice(
  before: Readonly<Values>,
  { version, values }: Pick<Answer, 'version' | 'values'>,
): { setting: string; before: Value; after: Value }[] {
  if (version !== null) return [];
  return Object.entries(values).flatMap(([setting, after]) => {
    const was = before[setting];
    return was === undefined || was === after ? [] : [{ setting, before: was, after }];
  });
}
