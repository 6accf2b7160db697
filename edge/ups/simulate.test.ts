import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeUnlockFactoryFile, type UnlockFactoryFile } from '../../domain/unlock-codes/factory-file.ts';
import type { CodeLength } from '../../domain/unlock-codes/lengths.ts';
import { formatBinary, formatDecimal } from '../../domain/unlock-codes/notation.ts';
import { codeOfUnit } from '../../domain/unlock-codes/factory-file.ts';
import { inFullWidth } from '../../tools/test/width.ts';
import type { RunningUnit } from '../pages/serve.ts';
import { runLockedUnit } from './simulate.ts';

const minutes = 60 * 1000;
const unit = { model: 'MX100', serial: 'AB1234567' };

function factoryOf(length: CodeLength, hold: 'secret' | 'code' = 'secret'): UnlockFactoryFile {
  const scheme = { id: 'some', length, issue: 1, versions: [{ version: 1, master: 'a' }] };
  return makeUnlockFactoryFile(scheme, { unit, version: 1, hold }, Buffer.alloc(32, 3));
}

const folders: string[] = [];
const running: RunningUnit[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A unit on a clock of its own, and somebody before it. */
async function start(factory: UnlockFactoryFile = factoryOf('bits10'), folder = mkdtempSync(join(tmpdir(), 'ups-'))) {
  if (!folders.includes(folder)) folders.push(folder);
  const factoryFile = join(folder, 'factory.json');
  const stateFile = join(folder, 'state.json');
  writeFileSync(factoryFile, JSON.stringify(factory));
  const clock = { at: Date.UTC(2026, 10, 20) };
  const power = async () => {
    await running.pop()?.close();
    running.push(await runLockedUnit({ factoryFile, stateFile, port: 0, now: () => new Date(clock.at) }));
    return running.at(-1)?.url ?? '';
  };
  let url = await power();
  const page = async (path = '/?lang=en') => (await fetch(url + path)).text();
  const type = async (code: string) => {
    const response = await fetch(`${url}/unlock?lang=en`, {
      method: 'POST',
      body: new URLSearchParams({ code }),
      headers: { origin: url },
      redirect: 'manual',
    });
    return { status: response.status, to: response.headers.get('location'), text: await response.text() };
  };
  const powerCycle = async () => {
    url = await power();
  };
  return { clock, page, type, powerCycle, stateFile, folder };
}

const decimal = formatDecimal(codeOfUnit(factoryOf('bits10')), 'bits10');
const binary = formatBinary(codeOfUnit(factoryOf('bits10')), 'bits10') ?? '';
const wrong = decimal === '0000' ? '0001' : '0000';

test.each([
  ['decimal', decimal],
  ['binary', binary],
  ['decimal in full width', inFullWidth(decimal)],
  ['binary with blanks between', `${binary.slice(0, 5)} ${binary.slice(5)}`],
])('U-11 the locked output is freed by the code in %s and stays free without power', async (_, code) => {
  const { page, type, powerCycle } = await start();
  const before = await page();
  expect(before).toContain('Locked (no power)');
  expect(before).toContain('4 decimal digits or the 10 binary digits');
  expect(before).toContain('AB1234567');
  expect(await type(code)).toMatchObject({ status: 303, to: '/?done=unlocked' });
  expect(await page('/?done=unlocked&lang=en')).toContain('stays on after a restart');
  await powerCycle();
  const after = await page();
  expect(after).toContain('<strong class="good">On</strong>');
  expect(after).not.toContain('name="code"');
  expect((await type(wrong)).text).toContain('The output is on already');
});

test.each(['digits6', 'digits8'] as const)('U-10 a unit of %s takes its decimal digits only', async (length) => {
  const factory = factoryOf(length, 'code');
  const { page, type } = await start(factory);
  expect(await page()).toContain(`Type the ${length.slice(6)} digits`);
  expect((await type(binary)).text).toContain(`Enter ${length.slice(6)} digits; there are 10.`);
  expect((await type(formatDecimal(codeOfUnit(factory), length))).status).toBe(303);
});

test('U-10 wrong codes are counted and slow further tries, the right code too; a restart shortens nothing', async () => {
  const { clock, page, type, powerCycle } = await start();
  expect(await type(wrong)).toMatchObject({ status: 422 });
  expect((await type(wrong)).text).toContain('The code is wrong. The output stays locked.');
  expect((await type(wrong)).text).toContain('You can try again in 30 s.');
  expect(await type(decimal)).toMatchObject({ status: 429 });
  await powerCycle();
  clock.at += minutes / 2 - 1;
  expect((await type(decimal)).text).toContain('The code was not looked at');
  expect(await page()).toContain('After wrong codes the unit waits. You can try again in 1 s.');
  clock.at += 1;
  expect((await type(wrong)).text).toContain('You can try again in 60 s.');
  clock.at += minutes;
  expect((await type(wrong)).text).toContain('You can try again in 2 min.');
  expect(await page()).toContain('<dd>5</dd>');
  clock.at += 2 * minutes;
  expect((await type(binary)).status).toBe(303);
});

test('U-10 codes sent side by side are counted one by one', async () => {
  const { type } = await start();
  const answers = await Promise.all(Array.from({ length: 8 }, () => type(wrong)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    422, 422, 422, 429, 429, 429, 429, 429,
  ]);
});

test.each([
  ['', 'Enter the unlock code.'],
  ['12a4', 'Use the digits 0–9 only.'],
  ['12345', 'Enter 4 decimal digits or 10 binary digits; there are 5.'],
  ['1024', 'There is no code above 1023.'],
  ['"><i', 'value="&quot;&gt;&lt;i"'],
])('U-11 what is no code costs nothing and is kept in the field: %j', async (typed, expected) => {
  const { type, stateFile } = await start();
  const answer = await type(typed);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(expected);
  expect(existsSync(stateFile)).toBe(false);
});

test('U-11 the pages speak Japanese, and requests from elsewhere and for other pages are refused', async () => {
  const { page } = await start();
  expect(await page('/?lang=ja')).toContain('ロック中');
  expect(await page('/other?lang=ja')).toContain('ページがありません');
  const foreign = await fetch(running[0]?.url + '/unlock', {
    method: 'POST',
    body: new URLSearchParams({ code: decimal }),
    headers: { origin: 'http://evil.example' },
  });
  expect(foreign.status).toBe(403);
  expect(await page()).toContain('Locked');
});

test('U-10 a broken memory stops the start and is left as it is', async () => {
  const { folder, stateFile } = await start();
  writeFileSync(stateFile, '{"unlockedAt":3}');
  const failed = await start(factoryOf('bits10'), folder).then(String, (error: Error) => error.message);
  expect(failed).toContain('is not the memory of a unit');
  expect(readFileSync(stateFile, 'utf8')).toBe('{"unlockedAt":3}');
});

test('U-10 the unit needs nothing but edge/, domain/ and Node: no network, no server', () => {
  const names = ['simulate', 'routes', 'pages', 'state', 'words'];
  const imports = names.flatMap((name) => {
    const text = readFileSync(new URL(`${name}.ts`, import.meta.url), 'utf8');
    return [...text.matchAll(/from '([^']+)'/g)].map(([, target = '']) => target);
  });
  expect(imports.length).toBeGreaterThan(20);
  expect(imports.filter((target) => !/^(\.\/|\.\.\/pages\/|\.\.\/\.\.\/domain\/|zod$)/.test(target))).toEqual([]);
});
