import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// The list is in order of use, the commonest first. Few of its entries reach the 15 characters of a new site, so what
// people do to lengthen a common password is refused as well: say it twice, or put two of the commonest together.
const joinedFrom = 3_000;
const repeatedFrom = 3;

let known: { all: Set<string>; commonest: Set<string> } | undefined;

function load(): { all: Set<string>; commonest: Set<string> } {
  const file = createRequire(import.meta.url).resolve('@zxcvbn-ts/language-common');
  const list = JSON.parse(readFileSync(new URL('../src/passwords.json', `file://${file}`), 'utf8')) as string[];
  return { all: new Set(list), commonest: new Set(list.slice(0, joinedFrom)) };
}

/** Whether a password is among the commonly used or breached ones, offline, without regard to case (ASVS 6.2.4). */
export function isCommonPassword(password: string): boolean {
  known ??= load();
  const { all, commonest } = known;
  const lower = password.toLowerCase();
  if (all.has(lower)) return true;
  for (let at = 1; at < lower.length; at += 1) {
    const head = lower.slice(0, at);
    if (commonest.has(head) && commonest.has(lower.slice(at))) return true;
    const repeated = at >= repeatedFrom && lower.length % at === 0 && head.repeat(lower.length / at) === lower;
    if (repeated && all.has(head)) return true;
  }
  return new Set(lower).size === 1;
}
