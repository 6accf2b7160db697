import type { IssueCode } from './codes.ts';

/** What a guess at activation keys would meet: these tell that something exists, or does not (decisions.md "Refusals"). */
const existenceCodes: ReadonlySet<IssueCode> = new Set(['unknown-activation-key', 'bound-to-other-device']);

/** So many such faults of one file are shown at their cells and count as one try; a file with more is refused as a whole. */
export const existenceFaultsMax = 50;

/** Whether a row's refusal tells of existence. */
export function isExistenceFault(code: string): boolean {
  return (existenceCodes as ReadonlySet<string>).has(code);
}

/**
 * What an uploaded file with so many existence faults counts for (K-05): nothing, one try, or a refusal of the whole file,
 * which shows none of them, counts as a try too, and is told to the operators.
 */
export function weighFile(existenceFaults: number): 'nothing' | 'one-try' | 'refused' {
  if (existenceFaults === 0) return 'nothing';
  return existenceFaults <= existenceFaultsMax ? 'one-try' : 'refused';
}
