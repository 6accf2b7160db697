import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';

/** For a command that takes none. */
export function noArguments(args: readonly string[]): void {
  if (args.length > 0) throw new UsageError(`"${args[0]}" is not understood; the command takes nothing`);
}

/** A flag's value, or what it would have to be. */
export function required(value: string | undefined, flag: string, expected: string): string {
  if (value === undefined || value === '') throw new UsageError(`${flag} is missing: ${expected}`);
  return value;
}

/** Reads `--name value` pairs: all of `needed`, any of `optional`, nothing else. */
export function readFlags<N extends string, O extends string>(
  args: readonly string[],
  needed: readonly N[],
  optional: readonly O[] = [],
): Record<N, string> & Partial<Record<O, string>> {
  const options = Object.fromEntries([...needed, ...optional].map((name) => [name, { type: 'string' as const }]));
  let values: Record<string, string | undefined>;
  try {
    values = parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values as typeof values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  for (const name of needed) required(values[name], `--${name}`, 'it needs a value');
  return values as Record<N, string> & Partial<Record<O, string>>;
}

/** The one file that a command works on. */
export function onePath(args: readonly string[]): string {
  const [path, ...more] = args;
  if (path === undefined || path === '' || more.length > 0) throw new UsageError('it takes the path of one file');
  return path;
}
