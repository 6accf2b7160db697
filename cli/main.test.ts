import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commands } from './commands.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'engawa-cli-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function engawa(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    env: { PATH: process.env['PATH'], ENGAWA_DATA_DIR: dataDir, ...env },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, told: stderr };
}

test('help lists every command, and each tells its usage', async () => {
  const { code, out } = engawa(['help']);
  const names = Object.keys(commands);
  expect(code).toBe(0);
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    expect(out).toMatch(new RegExp(`^ {2}${name} {2,}[A-Z]`, 'm'));
    const { command } = (await commands[name]?.()) ?? {};
    expect(command?.name).toBe(name);
  }
  expect(engawa(['site', 'check', '--help']).out).toContain('Usage: ./engawa site check DIR');
});

test.each([[['site', '--help']], [['site']], [['help', 'site']]])('%j lists the commands that begin so', (args) => {
  const { code, out } = engawa(args);
  expect(code).toBe(0);
  expect(out).toContain('site check');
  expect(out).not.toContain('operator create');
});

const refused: [args: string[], env: Record<string, string>, code: number, told: string][] = [
  [['strat'], {}, 2, 'there is no command "strat"; did you mean "start"?'],
  [['site', 'chekc'], {}, 2, 'did you mean "site check"?'],
  [['start', 'now'], {}, 2, '"now" is not understood'],
  [['proof', '--sed', '1'], {}, 2, "Unknown option '--sed'"],
  [['site', 'check'], {}, 2, 'Usage: ./engawa site check DIR'],
  [['site', 'check', '/nowhere'], {}, 1, 'there is no folder /nowhere'],
  [['start'], { PORT: 'high', ENGAWA_SMPT_URL: 'x' }, 1, 'PORT is wrong: expected a whole number'],
  [['start'], { PORT: 'high', ENGAWA_SMPT_URL: 'x' }, 1, 'did you mean ENGAWA_SMTP_URL?'],
];

test.each(refused)('%j with %j is refused with code %i', (args, env, code, told) => {
  const outcome = engawa(args, env);
  expect(outcome).toMatchObject({ code, out: '' });
  expect(outcome.told).toContain(told);
  expect(outcome.told).not.toContain('    at ');
});
