/** One thing wrong in a site's file. Sentences are English: they are for the engineer who starts the server. */
export type SiteFault = {
  file: string;
  /** 1-based, like editors count. */
  line: number;
  column: number;
  /** Path inside the file, e.g. `accounts.signUps[0].steps[2]`; empty for the whole file. */
  path: string;
  expected: string;
  found: string;
};

/** The fault as one line that editors and terminals make a link of. */
export function formatFault({ file, line, column, path, expected, found }: SiteFault): string {
  return `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}expected ${expected}, found ${found}`;
}
