import type { DocumentVersion } from '../../../domain/accounts/owed.ts';
import { documentNames, type DocumentName } from '../../../domain/site/documents.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { Session } from '../../kernel/session.ts';
import { documentsForPeople } from '../../sites/documents.ts';
import { accountProblem } from '../problems.ts';
import { findOwed } from './facts.ts';
import { storeConsents } from './store-consents.ts';

export type Version = { document: DocumentName; version: string };
export type Consents = {
  /** What has to be agreed to before anything else works. */
  owed: Version[];
  /** What counts today. */
  inForce: Version[];
  /** What this person agreed to, newest first. */
  agreed: (Version & { agreedAt: string })[];
};

/** A document that the code no longer knows is not shown; its consent stays in the table. */
function known<T extends DocumentVersion>(versions: readonly T[]): (T & Version)[] {
  return versions.filter((one): one is T & Version => documentNames.some((name) => name === one.document));
}

export async function viewConsents(db: Database | Tx, site: Site, session: Session, now: Date): Promise<Consents> {
  const { consents } = await findOwed(db, site, session.userId, session.startedAt, now);
  const rows = await db
    .selectFrom('consents')
    .select(['document', 'version', 'agreed_at'])
    .where('site_id', '=', site.id)
    .where('user_id', '=', session.userId)
    .orderBy('agreed_at', 'desc')
    .orderBy('document')
    .execute();
  return {
    owed: known(consents),
    inForce: known(documentsForPeople(site, now)),
    agreed: known(rows).map(({ document, version, agreed_at: at }) => ({
      document,
      version,
      agreedAt: at.toISOString(),
    })),
  };
}

/**
 * Stores that somebody agreed to the documents owed (P-03). It must be exactly those, in the versions that were shown: who
 * read something else meanwhile reads them anew. Agreeing twice is agreeing once.
 */
export async function giveConsents(
  tx: Tx,
  site: Site,
  session: Session,
  given: readonly DocumentVersion[],
  now: Date,
): Promise<Outcome<never>> {
  const { consents } = await findOwed(tx, site, session.userId, session.startedAt, now);
  const isGiven = (owed: DocumentVersion) =>
    given.some((one) => one.document === owed.document && one.version === owed.version);
  if (!consents.every(isGiven)) return { reply: accountProblem('consents-changed') };
  const { userId } = session;
  if (consents.length === 0) return { reply: { status: 204 } };
  await storeConsents(tx, site.id, userId, consents, now);
  const event = {
    what: 'consent.given' as const,
    subject: `user/${userId}`,
    data: { user: userId, documents: consents },
  };
  return { reply: { status: 204 }, events: [event] };
}
