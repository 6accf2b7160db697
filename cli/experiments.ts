import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from '../server/config.ts';
import { nearestName } from '../server/kernel/nearest-name.ts';
import { CommandFailure, UsageError, type Command } from './command.ts';
import type { Experiment, Figures } from './experiment.ts';
import { keepMeasured, machineInWords, measuredFile, type Measured } from './measured.ts';
import { generateMeasuredPages } from './generated-files.ts';
import { stopSignals } from './stop-signal.ts';

const seedMax = 2 ** 31;

type Options = { seed: number; rounds: number | null };
/** How one experiment went. */
type Run = { held: boolean; seconds: number; said: string[]; figures: Figures; fault: string | null };

/** `./engawa proof` and `./engawa bench`: the files of one folder, listed or run. */
export function experimentCommand(kind: 'proof' | 'bench', summary: string): Command {
  return {
    name: kind,
    summary,
    usage: `[NAME …] [--list] [--seed NUMBER] [--rounds NUMBER]${kind === 'bench' ? ' [--record]' : ''}`,
    run: async (args) => {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
          list: { type: 'boolean' },
          seed: { type: 'string' },
          rounds: { type: 'string' },
          ...(kind === 'bench' && { record: { type: 'boolean' } }),
        },
      });
      const all = await loadExperiments(kind);
      if (values.list || all.length === 0) return list(kind, all);
      const seed = values.seed === undefined ? randomInt(seedMax) : wholeNumber(values.seed, '--seed');
      const rounds = values.rounds === undefined ? null : wholeNumber(values.rounds, '--rounds');
      const runs = await runAll(kind, choose(all, positionals), { seed, rounds });
      if (values.record) await record(runs, seed);
      return [...runs.values()].every(({ held }) => held) ? 0 : 1;
    },
  };
}

async function loadExperiments(kind: string): Promise<Experiment[]> {
  const files = (await readdir(join(checkout, kind)).catch(() => [])).filter((name) => name.endsWith(`.${kind}.ts`));
  return Promise.all(
    files.toSorted().map(async (file) => {
      const module: { experiment?: Experiment } = await import(join(checkout, kind, file));
      if (!module.experiment) throw new Error(`${kind}/${file} exports no \`experiment\``);
      return module.experiment;
    }),
  );
}

function choose(all: Experiment[], names: string[]): Experiment[] {
  if (names.length === 0) return all;
  const known = all.map(({ name }) => name);
  return names.map((name) => {
    const found = all.find((one) => one.name === name);
    if (found) return found;
    const nearest = nearestName(name, known);
    throw new UsageError(
      `there is no "${name}"${nearest ? `; did you mean "${nearest}"?` : ''} There are: ${known.join(', ')}`,
    );
  });
}

function list(kind: string, all: Experiment[]): number {
  if (all.length === 0) console.log(`There is no ${kind} yet`);
  const width = Math.max(0, ...all.map(({ name }) => name.length));
  for (const { name, summary } of all) console.log(`${name.padEnd(width)}  ${summary}`);
  return 0;
}

async function runAll(kind: string, chosen: Experiment[], options: Options): Promise<Map<Experiment, Run>> {
  // An experiment clears up when the process ends, and a signal alone would end it without a word.
  for (const signal of stopSignals) process.once(signal, () => process.exit(130));
  // What an experiment did to its connections may have Node look for their end for ever once nothing is left to do.
  process.once('beforeExit', () => process.exit());
  const runs = new Map<Experiment, Run>();
  for (const experiment of chosen) runs.set(experiment, await runOne(kind, experiment, options));
  const failed = [...runs].flatMap(([{ name }, { held }]) => (held ? [] : [name]));
  console.log(
    `${chosen.length - failed.length} of ${chosen.length} held${failed.length > 0 ? `; failed: ${failed.join(', ')}` : ''}`,
  );
  return runs;
}

/** Keeps what was measured, and writes the page of it. */
async function record(runs: ReadonlyMap<Experiment, Run>, seed: number): Promise<void> {
  const on = new Date().toISOString().slice(0, 10);
  const machine = machineInWords();
  const kept = [...runs].map(([{ name, summary }, run]): Measured => ({
    name,
    summary,
    on,
    machine,
    seed,
    ...run,
    seconds: Math.round(run.seconds),
  }));
  await keepMeasured(kept);
  for (const { path, text } of await generateMeasuredPages()) await writeFile(path, text);
  console.log(`kept in ${relative(checkout, measuredFile)}`);
}

async function runOne(kind: string, experiment: Experiment, { seed, rounds }: Options): Promise<Run> {
  ensurePackages(experiment.debianPackages);
  console.log(`${experiment.name}: ${experiment.summary} (seed ${seed})`);
  const folder = await mkdtemp(join(tmpdir(), `engawa-${kind}-`));
  // A database started by root runs as another user, who has to pass through.
  await chmod(folder, 0o711);
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const said: string[] = [];
  const say = (line: string) => {
    said.push(line);
    console.log(`  ${line}`);
  };
  try {
    const figures = await experiment.run({ seed, rounds, folder, say });
    for (const [name, figure] of Object.entries(figures)) console.log(`  ${name}: ${figure.toLocaleString('en')}`);
    console.log(`  held, ${seconds().toFixed(1)} s`);
    return { held: true, seconds: seconds(), said, figures, fault: null };
  } catch (error) {
    console.error(error instanceof Error ? error.stack : error);
    const again = `./engawa ${kind} ${experiment.name} --seed ${seed}${rounds === null ? '' : ` --rounds ${rounds}`}`;
    console.error(`  FAILED after ${seconds().toFixed(1)} s; again with: ${again}`);
    const fault = error instanceof Error ? error.message : String(error);
    return { held: false, seconds: seconds(), said, figures: {}, fault };
  } finally {
    process.off('exit', removeFolder);
    await rm(folder, { recursive: true, force: true });
  }
}

function ensurePackages(packages: readonly string[]): void {
  const missing = packages.filter((name) => spawnSync('dpkg-query', ['-W', name], { stdio: 'ignore' }).status !== 0);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0)
    throw new CommandFailure(`this needs the Debian packages ${missing.join(', ')}; install them first`);
  console.log(`Installing ${missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...args: string[]) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: 'ignore' }).status === 0;
  if (!aptGet('update') || !aptGet('install', '-y', '--no-install-recommends', ...missing)) {
    throw new CommandFailure(`the Debian packages ${missing.join(', ')} could not be installed`);
  }
}

function wholeNumber(text: string, flag: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new UsageError(`${flag} takes a whole number, not "${text}"`);
}
