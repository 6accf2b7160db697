import type { App } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';

/** Whether a capability has given something to a customer that goes with the account, so that no dealer may hand it to another address. */
export type CustomerInUse = (db: Database | Tx, siteId: string, organizationId: string) => Promise<boolean>;

const connected = new WeakMap<App, readonly CustomerInUse[]>();

/** Said once, when the app is put together. */
export function connectCustomers(app: App, all: readonly CustomerInUse[]): void {
  connected.set(app, all);
}

export async function isCustomerInUse(
  app: App,
  db: Database | Tx,
  siteId: string,
  organizationId: string,
): Promise<boolean> {
  for (const inUse of connected.get(app) ?? []) if (await inUse(db, siteId, organizationId)) return true;
  return false;
}
