import { isSafe } from 'redos-detector';
import { expect, test } from 'vitest';
import { parseSync } from 'vite';
import { isTest, readSources } from './sources.ts';

const folders = ['domain', 'edge', 'server', 'web'];
/** Long enough for each that is harmless on a slow machine; what is not decided by then counts as one that may backtrack. */
const decideWithinMs = 60_000;

type Found = { path: string; pattern: string; flags: string };
type Node = { type?: string; regex?: { pattern: string; flags: string }; callee?: { name?: string } };

/**
 * What the detector cannot call harmless, each with why it is: what it reads is short, or ours, or nothing on its way can be read in two ways.
 * One that reads what strangers send, of any length, has no place here.
 */
const bounded: Record<string, string> = {
  '\\bVersion\\/[\\d.]+.*\\bSafari\\/': 'the name of a browser, cut at 400 characters',
  '^\\s*(\\S+)[\\s,;]+(\\S{1,80})\\s*$': 'a label, of 200 characters at most',
  '^[a-z0-9.-]+$|^[0-9a-f:.]+$': 'two anchored runs, each read once',
  '^\\d+(?:[-/:.]\\d+){0,2}$|^\\d+(?:\\.\\d*)?[Ee]\\d+$': 'two anchored runs, three numbers at most',
  'T.*$': 'an instant that the server wrote',
  '\\{(\\w+)\\}': 'a text or path of the program',
  '=+$': 'a hash in base64',
  '^(?:以下に掲載がない場合|.*の次に番地がくる場合|.+一円)$': 'a line of the list of postal codes',
  '[（(].*$': 'a line of the list of postal codes',
  'worksheets\\/[^/]+\\.xml$': 'the name of a file in a workbook, 64 KiB at most; each begins behind a slash',
  '\\br\\s*=\\s*["\'][A-Za-z]*(\\d+)["\']':
    'each of its runs ends where the next begins, and none can begin inside another',
  '\\.?0*e\\+': 'a number that the server wrote',
  '\\.\\w+$': 'a path; each run ends at the next dot',
  '%.*$': 'an address of the network',
  '^(?:0*:)*:?ffff:(?:(\\d+\\.\\d+\\.\\d+\\.\\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$': 'an address of the network',
  'filename="([^"]+)"': 'a header of our own server',
  '(bat_[^/]+)\\/deliveries\\/(dlv_[^/]+)': 'a header of our own server',
  '(?:^|; )language=([a-z]+)(?:;|$)': "the browser's own cookies",
};

/** Patterns made at run time: of constants of ours, and of a site's serial numbers, whose pieces are counted classes and plain letters. */
const madeIn = [
  'domain/identifiers/serial-number.ts',
  'domain/registration-keys/factory-file.ts',
  'domain/unlock-codes/factory-file.ts',
  'domain/unlock-codes/factory-file.ts',
  'server/kernel/http/bearer.ts',
  'server/kernel/ids.ts',
];

async function readAll(): Promise<{ literals: Found[]; made: string[] }> {
  const [literals, made]: [Found[], string[]] = [[], []];
  for (const { path, text } of (await readSources(folders)).filter((source) => !isTest(source.path))) {
    const { program, errors } = parseSync(path, text);
    if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { type, regex, callee } = value as Node;
      if (type === 'Literal' && regex) literals.push({ path, ...regex });
      if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') made.push(path);
      for (const inner of Object.values(value)) walk(inner);
    };
    walk(program);
  }
  return { literals, made };
}

const all = await readAll();
const isHarmless = ({ pattern, flags }: Found) =>
  isSafe(new RegExp(pattern, flags.replace(/[gy]/g, '')), { timeout: decideWithinMs }).safe;

test('P-24 no regular expression backtracks the more the longer a text is, but for those whose text is short or ours', () => {
  expect(all.literals.length).toBeGreaterThan(250);
  const judged = all.literals.filter(({ pattern }) => !(pattern in bounded));
  expect(judged.filter((one) => !isHarmless(one))).toEqual([]);
  expect(Object.keys(bounded).filter((one) => !all.literals.some(({ pattern }) => pattern === one))).toEqual([]);
});

test('P-24 the detector knows what backtracks', () => {
  for (const pattern of ['^(a+)+$', '^(?:a|a)*b$', '^\\s*(\\S+)[\\s,;]+(\\S+)\\s*$'])
    expect(isSafe(new RegExp(pattern, 'u'), { timeout: 2_000 }).safe).toBe(false);
});

test('P-24 regular expressions are made at run time in known places only', () => {
  expect(all.made.toSorted()).toEqual(madeIn);
});
