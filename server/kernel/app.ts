import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import type { Site as SiteData } from '../../domain/site/site.ts';
import type { Language, Localised } from '../../domain/site/languages.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Session } from './session.ts';
import type { KeyProvider } from './key-provider.ts';
import type { WatchRun } from './job-runs.ts';
import type { Journal } from './journal.ts';
import type { Live } from './live/hub.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';

/** A document of a site (terms, consent, notice) in one version and language, as Markdown. */
export type SiteDocument = { name: string; version: string; language: Language; markdown: string };

/** A site as the server runs it: its data, where it answers, its documents. */
export type Site = Omit<SiteData, 'documents'> & {
  id: string;
  /** Which documents the site has and where people meet them. */
  documentsMet: SiteData['documents'];
  /** The address people use, without a slash at the end, e.g. `https://portal.example.jp/conference`. */
  address: string;
  /** Their texts in every version and language. */
  documents: readonly SiteDocument[];
};

/** Keys of the server itself, outside the database. */
export type ServerKeys = {
  /** Seals what rests in the database: drafts, uploads, answers kept for twins. */
  rest: KeyObject;
  /** Secrets of links and codes, signatures of browser cookies. */
  proofs: KeyObject;
  /** Keyed hashes of registration IDs. */
  registrationIds: KeyObject;
};

/** A site is closed for everybody but its operators until then (P-04); `body` is Markdown. */
export type Closure = { startsAt: Date; endsAt: Date; body: Localised };

/** What a caller holds: a browser the token of its session and the one with which it acts for somebody else, a program an API key. */
export type SessionTokens = { session: string; acting?: string | undefined } | { key: string };

/** One call with an API key, as it is kept under that key. */
export type KeyUse = { operationId: string; address: string; now: Date };

/** What every part of a running server shares. Made once in main.ts. */
export type App = {
  db: Database;
  pool: pg.Pool;
  clock: Clock;
  log: Logger;
  sites: ReadonlyMap<string, Site>;
  keys: ServerKeys;
  keyProvider: KeyProvider;
  /** `unattended`: the asking is no sign that somebody is there, so it does not keep the session open. */
  authenticate(site: Site, tokens: SessionTokens, now: Date, by?: 'unattended'): Promise<Session | null>;
  /** Keeps under the API key of the session that it was used. */
  noteKeyUse(site: Site, keyId: string, use: KeyUse): Promise<void>;
  /** What was given out for good, beside the database. */
  journal: Journal;
  /** What is measured of this node. */
  metrics: Metrics;
  /** Does what runs by itself, and notes how it went. */
  watchRun: WatchRun;
  /** Parts that can say whether they are well, as long as they are there. */
  vitals: Map<'broker', () => boolean>;
  /** Whether something may be sent to this address of the Internet Protocol. */
  mayGoTo: (address: string) => boolean;
  /** Updates of what people look at. */
  live: Live;
  /** Why the site is closed now, or null. Known to each node within a second; throws when the database is away. */
  closureOf(site: Site, now: Date): Promise<Closure | null>;
  /** Has the next request ask anew: a window was planned, changed or ended here. */
  forgetClosures(): void;
};

/** The site that has this host (`name:port`) as its own, if any. */
export function siteOfHost(app: Pick<App, 'sites'>, host: string): Site | undefined {
  return [...app.sites.values()].find((site) => site.origin !== undefined && new URL(site.origin).host === host);
}
