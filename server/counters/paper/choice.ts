import { sql } from 'kysely';
import { checkSizes, displayedSizes, sizesIn } from '../../../domain/counters/paper-choice.ts';
import type { PaperSize } from '../../../domain/counters/places.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { etag, versionOf } from '../../kernel/http/version.ts';
import type { Scope } from '../../kernel/session.ts';
import { countersOf } from '../ledger/models.ts';

/** `sizes` in the order in which they are shown; `counted` are those there are to choose from. */
export type PaperChoice = { sizes: PaperSize[]; counted: PaperSize[] };

/** The sizes that the site's models count. */
export function countedSizes(site: Site): PaperSize[] {
  return sizesIn(deviceOptions(site).models.flatMap(({ id }) => [...countersOf(site, id).catalogue.keys()]));
}

/** What of the sizes of paper the caller wants to see (C-10). */
export async function paperChoice(
  db: Database | Tx,
  site: Site,
  { siteId, userId }: Scope,
): Promise<{ body: PaperChoice; version: string }> {
  const { rows } = await sql<{ sizes: string[] }>`
    select sizes from counter_paper_choices where site_id = ${siteId} and user_id = ${userId}`.execute(db);
  const counted = countedSizes(site);
  const body = { sizes: displayedSizes(rows[0]?.sizes ?? null, counted), counted };
  return { body, version: versionOf(body.sizes) };
}

/** Keeps a choice for its user alone; whoever saw another one than the present is told. */
export async function choosePaper(
  tx: Tx,
  site: Site,
  scope: Scope,
  seenVersion: string,
  wanted: readonly PaperSize[],
): Promise<Outcome<PaperChoice>> {
  const read = checkSizes(wanted, countedSizes(site));
  if (!read.ok) {
    const errors = [{ pointer: '/sizes', code: `counters/${read.code}` }];
    return { reply: platformProblem('invalid-fields', { errors }) };
  }
  // Two tabs that save at once do so one after the other.
  await sql`select 1 from users where site_id = ${scope.siteId} and id = ${scope.userId} for no key update`.execute(tx);
  const before = await paperChoice(tx, site, scope);
  if (before.version !== seenVersion) return { reply: platformProblem('changed-meanwhile') };
  await sql`
    insert into counter_paper_choices (site_id, user_id, sizes, changed_at)
    values (${scope.siteId}, ${scope.userId}, ${read.value}, ${scope.now})
    on conflict (site_id, user_id) do update set sizes = excluded.sizes, changed_at = excluded.changed_at`.execute(tx);
  const { body, version } = await paperChoice(tx, site, scope);
  const events =
    version === before.version
      ? []
      : [{ what: 'counters.paper-chosen' as const, subject: `user/${scope.userId}`, data: { sizes: read.value } }];
  return { reply: { status: 200, body, headers: etag(version) }, events };
}
