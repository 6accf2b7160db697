import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeUnlockFactoryFile } from '../domain/unlock-codes/factory-file.ts';
import { UsageError } from './command.ts';
import { command } from './commands/factory.ts';
import { simulate } from './simulate.ts';

const whole = ['--site', 'ups', '--out', 'unit.json'];

test.each([
  ['no unit at all', [], '--category is missing'],
  ['a model without serial number', ['--model', 'SB1500-R'], '--serial is missing'],
  ['a serial number without model', ['--serial', 'AB1234567'], '--model is missing'],
  [
    'a unit of both kinds',
    ['--model', 'M', '--serial', 'S', '--category', 'c'],
    '--category does not go with --serial',
  ],
  ['a version for a unit of keys', ['--category', 'c', '--device-id', 'd', '--version', '1'], '--version does not go'],
  ['a version that is no number', ['--model', 'M', '--serial', 'S', '--version', 'one'], '--version is a whole number'],
  ['something else to hold', ['--model', 'M', '--serial', 'S', '--hold', 'master'], '--hold is one of secret, code'],
])('U-10 `factory` refuses before it opens anything: %s', async (_, more, expected) => {
  const run = async () => command.run([...whole, ...more]);
  await expect(run()).rejects.toThrow(UsageError);
  await expect(run()).rejects.toThrow(expected);
});

test('U-11 `simulate unit` runs a UPS from its file, and complains of a file that is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'engawa-simulate-'));
  const factoryFile = join(folder, 'unit.json');
  const stateFile = join(folder, 'state.json');
  const scheme = { id: 'any', length: 'bits10' as const, issue: 1, versions: [{ version: 1, master: 'a' }] };
  const unit = { model: 'MX100', serial: 'AB1234567' };
  const file = makeUnlockFactoryFile(scheme, { unit, version: 1, hold: 'code' }, Buffer.alloc(32, 1));
  try {
    await writeFile(factoryFile, JSON.stringify(file));
    const running = await simulate({ factoryFile, stateFile, port: 0 });
    expect(await (await fetch(running.url)).text()).toContain('AB1234567');
    await running.close();
    await writeFile(factoryFile, '{');
    await expect(simulate({ factoryFile, stateFile, port: 0 })).rejects.toThrow('is no factory file: it is not JSON');
    expect(await readFile(factoryFile, 'utf8')).toBe('{');
  } finally {
    await rm(folder, { recursive: true });
  }
});
