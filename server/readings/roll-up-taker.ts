import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';

/** A day of the site that is over, or into which something came late, at one device: its messages were rolled up just now. */
export type RolledUp = { deviceKey: number; from: Date; until: Date };

/** What a capability sums up by itself, in the transaction that takes the mark off the day; whatever it makes is made anew. */
export type RollUpTaker = (tx: Tx, site: Site, rolledUp: RolledUp, now: Date) => Promise<void>;
