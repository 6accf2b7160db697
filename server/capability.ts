import type { z } from 'zod';
import type { SiteFault } from '../domain/site/fault.ts';
import type { Lack } from '../domain/site/needs.ts';
import { pathText } from '../domain/site/parse.ts';
import type { CustomerInUse } from './accounts/customers/in-use.ts';
import type { AtClosing } from './organizations/tree/at-closing.ts';
import type { DeviceContribution } from './devices/contribution.ts';
import type { Exporter } from './exports/exporter.ts';
import type { Importer } from './imports/importer.ts';
import type { App, Site } from './kernel/app.ts';
import type { Database } from './kernel/database.ts';
import type { Route } from './kernel/http/route.ts';
import type { KeyProvider } from './kernel/key-provider.ts';
import type { Job } from './kernel/jobs.ts';
import type { LiveTopic } from './kernel/live/topic.ts';
import type { Reader } from './kernel/readers.ts';
import type { Replay } from './kernel/replay.ts';
import type { Worker } from './kernel/workers.ts';
import type { MailPlan } from './mail/plan.ts';
import type { JobQueues } from './jobs/queue.ts';
import type { NeedCounts } from './needs/need-counts.ts';
import type { PersonalData } from './own-data/personal-data.ts';
import type { DownSource } from './readings/down/source.ts';
import type { NoticeTaker, ReportTaker } from './readings/report-taker.ts';
import type { RollUpTaker } from './readings/roll-up-taker.ts';

/** What a capability adds to the server. `optional` ones are switched on by a site's data; the others always are. */
export type Capability = {
  name: string;
  optional: boolean;
  routes: readonly Route[];
  mails?: readonly MailPlan[];
  importers?: readonly Importer[];
  exporters?: readonly Exporter[];
  /** What follows the sealed events, each exactly once and in order. */
  readers?: readonly ((app: App) => Reader)[];
  /** What its pages may watch. */
  live?: readonly LiveTopic[];
  jobs?: readonly Job[];
  /** What it does by itself, oftener than each minute. */
  workers?: readonly Worker[];
  /** Lets go of what nodes had in hand that died; called at a start when there is no other node. */
  takeBack?: (db: Database) => Promise<void>;
  /** What it brings into the list of devices and gives when one is registered. */
  devices?: DeviceContribution;
  /** What of it may need somebody who logs in. */
  needs?: NeedCounts;
  /** What of a site waits for its jobs. */
  queues?: JobQueues;
  /** What it keeps of a person, for the copy they may take along. */
  personalData?: PersonalData;
  /** Whether it gave something to a customer that goes with the account. */
  customerInUse?: CustomerInUse;
  /** What it has to say before an organization closes. */
  atClosing?: AtClosing;
  /** What it tells devices that report, and what it makes of what they say beside readings. */
  downs?: readonly DownSource[];
  reports?: readonly ReportTaker[];
  /** What it makes of what is noticed while messages are taken. */
  noticed?: NoticeTaker;
  /** What it sums up out of days that were rolled up. */
  rollUps?: readonly RollUpTaker[];
  /** How it takes up what it gave out after a backup that is restored. */
  replays?: readonly Replay[];
  /** How an optional one reads the options that a site's data give it. */
  site?: SiteOptions;
};

/** A code of a site's data that rows refer to, and what about it must never change. */
export type SiteCode = { kind: string; code: string; fixed: Record<string, unknown> };

export type SiteOptions = {
  /** What the pages may know of the options, and the schema of that. */
  schema: z.ZodType;
  present(site: Site): unknown;
  codes(site: Site): SiteCode[];
  /** What the options name that no capability brings; else `domain/site/needs.ts` says what is missing. */
  lacks?(site: Site): Lack[];
  /** What has to be there before the first request, e.g. master secrets; a throw stops the start. */
  open?(db: Database, provider: KeyProvider, site: Site): Promise<void>;
};

/** The options of the optional capabilities that a site has switched on, by name. */
export function siteOptionsOf(
  capabilities: readonly Capability[],
  site: Site,
): { name: string; options: SiteOptions }[] {
  return capabilities.flatMap(({ name, site: options }) =>
    options && name in site.capabilities ? [{ name, options }] : [],
  );
}

/** What the data of a site name that none of the server's capabilities brings (P-01). */
export function faultsAmong(capabilities: readonly Capability[], site: Site): SiteFault[] {
  return siteOptionsOf(capabilities, site).flatMap(({ name, options }) =>
    (options.lacks?.(site) ?? []).map(({ path, expected, found = 'none' }) => ({
      file: `${site.id}/site.yaml`,
      line: 1,
      column: 1,
      path: pathText(['capabilities', name, ...path]),
      expected,
      found,
    })),
  );
}
