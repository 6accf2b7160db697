import type { DraftKind } from '../../domain/drafts/kinds.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import { platformProblem, type Problem } from '../kernel/http/problem.ts';
import { insideId, newId, outsideId } from '../kernel/ids.ts';
import { seal, unseal } from '../kernel/seal.ts';

const lifeMs = daysMs;
const bytesMax = 16 * 1024;
const perBrowserMax = 50;
const listedMax = 20;

export type DraftOwner = { browserId: string; userId: string | null };
export type Draft = { id: string; kind: DraftKind; values: Record<string, unknown>; updatedAt: string };
type Values = Record<string, unknown>;

function sealValues(app: App, siteId: string, id: string, values: Values): Buffer | null {
  const text = JSON.stringify(values);
  return Buffer.byteLength(text) > bytesMax ? null : seal(app.keys.rest, `draft ${siteId} ${id}`, text);
}

export async function createDraft(
  app: App,
  site: Site,
  owner: DraftOwner,
  kind: DraftKind,
  values: Values,
  now: Date,
): Promise<{ status: 201; body: Draft } | Problem> {
  const id = newId();
  const sealed_values = sealValues(app, site.id, id, values);
  if (!sealed_values) return platformProblem('body-too-large');
  const { count } = await app.db
    .selectFrom('drafts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('site_id', '=', site.id)
    .where('browser_id', '=', owner.browserId)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  if (count >= perBrowserMax) return platformProblem('too-many-requests', { retryAfterSeconds: 3600 });
  await app.db
    .insertInto('drafts')
    .values({
      site_id: site.id,
      id,
      browser_id: owner.browserId,
      user_id: owner.userId,
      kind,
      sealed_values,
      updated_at: now,
      expires_at: after(now, lifeMs),
    })
    .execute();
  return { status: 201, body: { id: outsideId('draft', id), kind, values, updatedAt: now.toISOString() } };
}

/** The draft with that ID if it is this browser's (and this user's) and not yet gone. */
export async function readDraft(
  app: App,
  site: Site,
  owner: DraftOwner,
  outside: string,
  now: Date,
): Promise<Draft | null> {
  const id = insideId(outside);
  const row = await app.db
    .selectFrom('drafts')
    .select(['kind', 'sealed_values', 'updated_at'])
    .where('site_id', '=', site.id)
    .where('id', '=', id)
    .where('browser_id', '=', owner.browserId)
    .where((eb) => eb.or([eb('user_id', 'is', null), eb('user_id', '=', owner.userId)]))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return null;
  const values: Values = JSON.parse(unseal(app.keys.rest, `draft ${site.id} ${id}`, row.sealed_values).toString());
  return { id: outside, kind: row.kind as DraftKind, values, updatedAt: row.updated_at.toISOString() };
}

/** The newest drafts that this browser holds for this user, so that what was begun can be found again. */
export async function listDrafts(app: App, site: Site, owner: DraftOwner, now: Date): Promise<Draft[]> {
  const rows = await app.db
    .selectFrom('drafts')
    .select(['id', 'kind', 'sealed_values', 'updated_at'])
    .where('site_id', '=', site.id)
    .where('browser_id', '=', owner.browserId)
    .where('user_id', '=', owner.userId)
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(listedMax)
    .execute();
  return rows.map(({ id, kind, sealed_values, updated_at }) => ({
    id: outsideId('draft', id),
    kind: kind as DraftKind,
    values: JSON.parse(unseal(app.keys.rest, `draft ${site.id} ${id}`, sealed_values).toString()) as Values,
    updatedAt: updated_at.toISOString(),
  }));
}

export async function saveDraft(
  app: App,
  site: Site,
  owner: DraftOwner,
  outside: string,
  values: Values,
  now: Date,
): Promise<Draft | Problem | null> {
  const id = insideId(outside);
  const sealed_values = sealValues(app, site.id, id, values);
  if (!sealed_values) return platformProblem('body-too-large');
  const row = await app.db
    .updateTable('drafts')
    .set({ sealed_values, updated_at: now, expires_at: after(now, lifeMs) })
    .where('site_id', '=', site.id)
    .where('id', '=', id)
    .where('browser_id', '=', owner.browserId)
    .where((eb) => eb.or([eb('user_id', 'is', null), eb('user_id', '=', owner.userId)]))
    .where('expires_at', '>', now)
    .returning('kind')
    .executeTakeFirst();
  return row ? { id: outside, kind: row.kind as DraftKind, values, updatedAt: now.toISOString() } : null;
}
