import { fail, type Verdict } from '../verdict.ts';
import type { IssueCode } from './codes.ts';
import { decideIssue, type Issue, type IssueFacts } from './issue.ts';
import type { Category } from './options.ts';

/** A row of a file of pairs (K-05): what is known about its activation key, and the device it is for. */
export type FileRow = { facts: IssueFacts; category: Category; deviceId: string };

/** What all rows of a file share. */
export type FileTarget = {
  /** The key version for new bindings. */
  version: number;
  /** How many keys of each feature a device got before, over all organizations, by `deviceOf`. */
  keysBefore: ReadonlyMap<string, ReadonlyMap<number, number>>;
};

/** Names a device as its slots are counted: by its product, its kind of ID and its ID. */
export function deviceOf({ category, deviceId }: Pick<FileRow, 'category' | 'deviceId'>): string {
  return `${category.product ?? ''} ${category.idFormat} ${deviceId}`;
}

/**
 * The rule of K-04 for every row of a file, in its order: rows of one device take its slots one after the other; a number
 * that stands on an earlier row is refused at the later one.
 * @returns a verdict for each row, so that all that is wrong with a file can be told at once; a file is issued as a whole or not at all.
 */
export function decideFile(rows: readonly FileRow[], { version, keysBefore }: FileTarget): Verdict<Issue, IssueCode>[] {
  const taken = new Map<string, Map<number, number>>();
  const numbers = new Set<string>();
  return rows.map((row) => {
    const { category, deviceId, facts } = row;
    if (numbers.has(facts.number)) return fail('repeated-number');
    numbers.add(facts.number);
    const device = deviceOf(row);
    const slots = taken.get(device) ?? new Map(keysBefore.get(device));
    const verdict = decideIssue(facts, { category, deviceId, version, keysBefore: slots });
    if (verdict.ok && verdict.value.state === 'new') {
      slots.set(verdict.value.feature, verdict.value.slot + 1);
      taken.set(device, slots);
    }
    return verdict;
  });
}
