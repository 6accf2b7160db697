import type { App } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import type { Params } from '../../../domain/verdict.ts';

/** What a capability knows of an organization that is about to close, as a code with its words; with `stops` that has to be settled before. */
export type ClosingWord = { code: string; params: Params; stops: boolean };

/** Asked for the preview, and again with the organization held: what would add to what is counted holds it open too (`holdOpen`). */
export type AtClosing = (
  db: Database | Tx,
  siteId: string,
  organizationId: string,
  now: Date,
) => Promise<readonly ClosingWord[]>;

const connected = new WeakMap<App, readonly AtClosing[]>();

/** Said once, when the app is put together. */
export function connectClosing(app: App, all: readonly AtClosing[]): void {
  connected.set(app, all);
}

export async function closingWords(
  app: App,
  db: Database | Tx,
  siteId: string,
  organizationId: string,
  now: Date,
): Promise<ClosingWord[]> {
  const words: ClosingWord[] = [];
  for (const atClosing of connected.get(app) ?? []) words.push(...(await atClosing(db, siteId, organizationId, now)));
  return words;
}
