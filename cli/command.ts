/** One command of `./engawa`; a name may have two words. */
export type Command = {
  name: string;
  /** One line, no full stop. */
  summary: string;
  /** What stands behind the name, e.g. `DIR [--json]`; empty when nothing does. */
  usage: string;
  /** Resolves to the exit code; nothing means 0. */
  run: (args: string[]) => Promise<number | undefined>;
};

/** The command was called wrongly: told with its usage, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Something a person can put right: told in its own words and without a stack, exit code 1. */
export class CommandFailure extends Error {
  override name = 'CommandFailure';
}
