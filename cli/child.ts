import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from '../server/config.ts';

export type Outcome = { code: number; output: string };

const tools = {
  oxfmt: 'oxfmt/bin/oxfmt',
  oxlint: 'oxlint/bin/oxlint',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
} as const;

export type Tool = keyof typeof tools;

/** Runs one of the installed tools in the checkout with our own Node, its output straight through to the terminal. */
export async function runTool(tool: Tool, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return (await spawnTool(tool, args, env, 'inherit')).code;
}

/** As `runTool`, but hands back what it wrote. */
export function readTool(tool: Tool, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return spawnTool(tool, args, env, 'pipe');
}

function spawnTool(
  tool: Tool,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  output: 'inherit' | 'pipe',
): Promise<Outcome> {
  const script = join(checkout, 'node_modules', tools[tool]);
  const child = spawn(process.execPath, [script, ...args], {
    cwd: checkout,
    // A log file or the CI wants words, not colours.
    env: { ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...process.env, ...env },
    stdio: ['ignore', output, output],
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  // The terminal sends Ctrl+C to both; the child ends first and says how.
  const wait = () => undefined;
  process.on('SIGINT', wait);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGINT', wait);
      resolve({ code: code ?? 130, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}
