import type { Tx } from './database.ts';
import type { JournalLine } from './journal.ts';

/** What became of things that were given out after a backup, counted when it is restored. */
export type Replayed = {
  /** Given again as they were. */
  restored: number;
  /** Kept for whom they were given to, without being given. */
  held: number;
  /** In the backup already, or never committed. */
  known: number;
  /** What they were given out of, or whom to, came after the backup too. */
  lost: number;
};

/** How a capability takes up its lines of the journal, the oldest first, in the transaction of a restore. */
export type Replay = { kind: string; replay(tx: Tx, lines: readonly JournalLine[], now: Date): Promise<Replayed> };

export const nothingReplayed: Replayed = { restored: 0, held: 0, known: 0, lost: 0 };
