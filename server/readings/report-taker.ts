import type { UpKind } from '../../domain/protocol/topics.ts';
import type { App } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';

/** What a device said beside readings, as it was stored just now; `body` is that of its kind in domain/protocol/body.ts without `kind`. */
export type TakenReport = {
  siteId: string;
  deviceKey: number;
  kind: UpKind;
  at: Date;
  body: Record<string, unknown>;
  receivedAt: Date;
};

/**
 * What a capability makes of what devices say, in the transaction that stores it, before it is acknowledged. The same report comes once. A throw is a
 * surprise: the report is not stored, and its device sends it again.
 */
export type ReportTaker = {
  kinds: readonly UpKind[];
  take(app: App, tx: Tx, reports: readonly TakenReport[]): Promise<void>;
};

/** What was noticed about a device while its messages were taken (E-08). */
export type Noticed = { deviceKey: number; receivedAt: Date } &
  /** Values of one message that cannot be, by the codes of their metrics. */
  (
    | { kind: 'values'; at: Date; metrics: string[] }
    /** How far its clock is ahead of ours, as it asked or as its messages show; null when they are too far ahead to be taken. */
    | { kind: 'clock'; aheadMs: number | null }
  );

/** What a capability makes of what was noticed, in the same transaction. */
export type NoticeTaker = (app: App, tx: Tx, noticed: readonly Noticed[]) => Promise<void>;
