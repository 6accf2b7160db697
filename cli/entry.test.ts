import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkout } from '../server/config.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

type Machine = { root: string; home: string; path: string };

/**
 * A checkout with nothing installed on a machine with an old Node. Its npm stands in for the real one: it notes that it was
 * called, and puts our own Node where the package would.
 */
function newMachine(): Machine {
  const home = mkdtempSync(join(tmpdir(), 'engawa entry '));
  folders.push(home);
  const [root, bin] = [join(home, 'checkout'), join(home, 'bin')];
  for (const folder of [bin, join(root, 'cli'), join(root, 'tools', 'node')]) mkdirSync(folder, { recursive: true });
  copyFileSync(join(checkout, 'engawa'), join(root, 'engawa'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'cli', 'main.ts'), 'console.log(process.cwd(), ...process.argv.slice(2))');
  for (const folder of ['.', 'tools/node']) writeFileSync(join(root, folder, 'package-lock.json'), '{}');
  program(join(bin, 'node'), 'echo v20.20.2');
  program(
    join(bin, 'npm'),
    `[ "$1" = config ] && echo /etc/npmrc && exit
     [ -e "${home}/offline" ] && echo "npm error network" >&2 && exit 1
     echo "$(basename "$PWD") $*" >> "${home}/calls"
     while [ -e "${home}/slow" ]; do sleep 0.05; done
     bin=node_modules/node-${process.platform}-${process.arch}/bin
     rm -rf node_modules && mkdir -p $bin && ln -s "${process.execPath}" $bin/node && echo "added 2 packages"`,
  );
  return { root, home, path: `${bin}:/usr/bin:/bin` };
}

function program(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

type Outcome = { code: number | null; out: string; told: string };

function call(
  { root, path, home }: Machine,
  args: string[],
  command = join(root, 'engawa'),
  hear: (told: string) => void = () => undefined,
): Promise<Outcome> {
  const child = spawn(command, args, { cwd: home, env: { PATH: path } });
  let [out, told] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
    hear(chunk.toString());
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, told })));
}

const callsOf = ({ home }: Machine) => readFileSync(join(home, 'calls'), 'utf8').trim().split('\n');
const install = 'ci --globalconfig=/etc/npmrc --loglevel=error --progress=false';

test('the first call fetches Node and the packages, the second nothing', async () => {
  const machine = newMachine();
  expect(await call(machine, ['help', 'a b'])).toEqual({
    code: 0,
    out: `${machine.home} help a b\n`,
    told: 'Fetching Node 24 …\nInstalling packages …\n',
  });
  expect(await call(machine, ['help'])).toEqual({ code: 0, out: `${machine.home} help\n`, told: '' });
  expect(callsOf(machine)).toEqual([`node ${install}`, `checkout ${install}`]);
});

test('a new lock file installs the packages again', async () => {
  const machine = newMachine();
  await call(machine, []);
  writeFileSync(join(machine.root, 'package-lock.json'), '{"new":true}');
  expect((await call(machine, [])).told).toBe('Installing packages …\n');
});

test('an install that fails says so and is repeated', async () => {
  const machine = newMachine();
  writeFileSync(join(machine.home, 'offline'), '');
  const failed = await call(machine, []);
  expect(failed).toMatchObject({ code: 1, out: '' });
  expect(failed.told).toContain('npm error network\nengawa: the packages could not be installed');
  rmSync(join(machine.home, 'offline'));
  expect(await call(machine, [])).toMatchObject({ code: 0, out: `${machine.home}\n` });
});

test('it works through links from another folder', async () => {
  const machine = newMachine();
  const [relative, absolute] = [join(machine.home, 'relative'), join(machine.home, 'absolute')];
  symlinkSync('checkout/engawa', relative);
  symlinkSync(relative, absolute);
  expect(await call(machine, ['help'], absolute)).toMatchObject({ code: 0, out: `${machine.home} help\n` });
});

test('of two calls at once one installs and the other waits', async () => {
  const machine = newMachine();
  const slow = join(machine.home, 'slow');
  writeFileSync(slow, '');
  const heard: string[] = [];
  const both = ['one', 'two'].map((arg) => call(machine, [arg], undefined, (told) => heard.push(told)));
  await expect.poll(() => heard.join('')).toContain('Waiting for another ./engawa');
  rmSync(slow);
  const over = await Promise.all(both);
  expect(over.map(({ code }) => code)).toEqual([0, 0]);
  expect(callsOf(machine)).toHaveLength(2);
  expect(() => readlinkSync(join(machine.root, '.installing'))).toThrow('ENOENT');
});

test('the lock of a killed call stops nobody', async () => {
  const machine = newMachine();
  symlinkSync('999999999', join(machine.root, '.installing'));
  expect(await call(machine, ['help'])).toMatchObject({ code: 0, out: `${machine.home} help\n` });
});

test('without Node and npm it says what is needed', async () => {
  const machine = newMachine();
  const tools = join(machine.home, 'tools');
  mkdirSync(tools);
  for (const name of ['sh', 'cat', 'cmp', 'dirname', 'id', 'ln', 'readlink', 'rm', 'sed', 'tr', 'uname']) {
    const there = ['/usr/bin', '/bin'].map((folder) => join(folder, name)).find((path) => exists(path));
    if (there) symlinkSync(there, join(tools, name));
  }
  const told = 'engawa: Engawa needs Node 24.12 or newer, or an older one with npm to fetch it with.\n';
  expect(await call({ ...machine, path: tools }, [])).toEqual({ code: 1, out: '', told });
});

function exists(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}
