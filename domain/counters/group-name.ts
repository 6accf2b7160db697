import { fail, pass, type Verdict } from '../verdict.ts';
import type { GroupNameCode } from './codes.ts';

/** Half-width characters; a full-width one counts two. */
export const groupNameWidthMax = 50;
export const groupsMax = 200;

const forbidden = /["%&'/;<>\\¥\uff61-\uff9f\p{Cc}\u2028\u2029]/u;
const asciiLast = 0x7e;

/** Checks the name of a group (C-09); blanks around it are cut. */
export function checkGroupName(typed: string): Verdict<string, GroupNameCode> {
  const name = typed.trim();
  if (name === '') return fail('name-empty');
  const found = name.match(forbidden);
  if (found) return fail('name-character', { character: found[0] });
  const width = widthOf(name);
  if (width > groupNameWidthMax) return fail('name-long', { max: groupNameWidthMax, width });
  return pass(name);
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) <= asciiLast ? 1 : 2), 0);
}

/** Two names are the same when these are: width and case are no difference. */
export function groupNameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase();
}
