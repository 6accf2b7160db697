import type { Counted, NeedKind } from '../../domain/needs/needs.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Scope } from '../kernel/session.ts';

export type NeedCall = { app: App; site: Site; scope: Scope; max: number };

/** How many there are in the caller's reach; one query, which need not look any further once it has found more than `max`. */
export type NeedCount = (call: NeedCall) => Promise<Counted>;

/** What a capability brings to the home page (P-38); who is told of it stands in domain/needs. */
export type NeedCounts = Partial<Record<NeedKind, NeedCount>>;
