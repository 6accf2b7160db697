import { mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { readConfig } from '../server/config.ts';
import { nearestName } from '../server/kernel/nearest-name.ts';
import { UsageError, type Command } from './command.ts';
import { commands } from './commands.ts';

const settings = readConfig(process.env);
if (settings.ok) keepCompiledCode(settings.config.dataDir);

// Not awaited: a server whose database ended has nothing left to wait for, and has set the exit code itself.
void main(process.argv.slice(2)).then((code) => {
  if (code !== 0) process.exitCode = code;
});

/** Makes the next start quicker; a folder that cannot be made is for the command to complain about, if it needs it. */
function keepCompiledCode(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    enableCompileCache(join(dataDir, 'compile-cache'));
  } catch {
    return;
  }
}

async function main(words: string[]): Promise<number> {
  const [first, second] = words;
  if (first === undefined || isHelpOrNothing(first)) return help(second);
  const twoWords = `${first} ${second ?? ''}`;
  const name = twoWords in commands ? twoWords : first;
  const load = commands[name];
  if (!load) return isGroup(first) && isHelpOrNothing(second) ? help(first) : unknown(first, second);
  const { command } = await load();
  const args = words.slice(name.split(' ').length);
  if (args.includes('--help') || args.includes('-h')) return explain(command);
  return run(command, args);
}

async function run(command: Command, args: string[]): Promise<number> {
  try {
    return (await command.run(args)) ?? 0;
  } catch (error) {
    if (isUsageError(error)) {
      console.error(`engawa ${command.name}: ${error.message}\n\nUsage: ${usageOf(command)}`);
      return 2;
    }
    console.error(`engawa ${command.name}: ${describe(error)}`);
    return 1;
  }
}

function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

/** Expected failures speak for themselves; of a mistake in the program the stack is what helps. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const mistakes = [TypeError, RangeError, ReferenceError, SyntaxError];
  const isMistake = mistakes.some((mistake) => error instanceof mistake);
  const showStack = isMistake || (settings.ok && settings.config.logLevel === 'debug');
  const cause = error.cause instanceof Error ? `\n  because: ${error.cause.message}` : '';
  return showStack ? (error.stack ?? error.message) : error.message + cause;
}

/** Whether commands of two words begin with this one, as "site check" does with "site". */
function isGroup(word: string): boolean {
  return Object.keys(commands).some((name) => name.startsWith(`${word} `));
}

function isHelpOrNothing(word: string | undefined): boolean {
  return word === undefined || ['help', '--help', '-h'].includes(word);
}

/** Explains one command, or lists those of a group, or all. */
async function help(name = ''): Promise<number> {
  const load = commands[name];
  if (load) return explain((await load()).command);
  const listed = isGroup(name)
    ? Object.entries(commands).filter(([one]) => one.startsWith(`${name} `))
    : Object.entries(commands);
  const all = await Promise.all(listed.map(async ([, one]) => (await one()).command));
  const width = Math.max(...all.map((command) => command.name.length));
  console.log('Usage: ./engawa COMMAND\n');
  for (const command of all) console.log(`  ${command.name.padEnd(width)}  ${command.summary}`);
  console.log('\n./engawa COMMAND --help tells more about one. Settings come from the environment: ./engawa settings');
  return 0;
}

function explain(command: Command): number {
  console.log(`${command.summary}\n\nUsage: ${usageOf(command)}`);
  return 0;
}

function usageOf(command: Command): string {
  return `./engawa ${command.name} ${command.usage}`.trimEnd();
}

function unknown(first: string, second?: string): number {
  const names = Object.keys(commands);
  const nearest = nearestName(second === undefined ? first : `${first} ${second}`, names) ?? nearestName(first, names);
  console.error(`engawa: there is no command "${first}"${nearest ? `; did you mean "${nearest}"?` : ''}`);
  console.error(`Commands: ${names.join(', ')}`);
  return 2;
}
