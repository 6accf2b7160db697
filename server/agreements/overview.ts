import type { z } from 'zod';
import { isAgreedTo } from '../../domain/accounts/owed.ts';
import { documentNames, versionInForce, versionState, type DocumentName } from '../../domain/site/documents.ts';
import { languages } from '../../domain/site/languages.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import type { Site } from '../kernel/app.ts';
import type { Database } from '../kernel/database.ts';
import { countUpTo } from '../kernel/http/list.ts';
import type { Scope } from '../kernel/session.ts';
import { currentVersion } from '../sites/documents.ts';
import type { siteDocument } from './schemas.ts';
import { countAgreed, matchingPeople } from './store.ts';

type SiteDocument = z.infer<typeof siteDocument>;
type Agreed = Awaited<ReturnType<typeof countAgreed>>;

/** Every document of a site that people have met or will meet, with its versions and how many agreed (P-03, P-26). */
export async function viewDocuments(db: Database, site: Site, scope: Scope, now: Date): Promise<SiteDocument[]> {
  const agreed = await countAgreed(db, scope);
  const there = new Set([...site.documents, ...agreed.map(({ document: name }) => ({ name }))].map(({ name }) => name));
  const documents: SiteDocument[] = [];
  for (const document of documentNames.filter((name) => there.has(name))) {
    const shown = viewDocument(site, document, agreed, now);
    const owing = shown.agreedToBy === 'people' ? await countOwing(db, site, scope, document, now) : null;
    documents.push({ ...shown, owing });
  }
  return documents;
}

function viewDocument(site: Site, document: DocumentName, agreed: Agreed, now: Date): Omit<SiteDocument, 'owing'> {
  const met = site.documentsMet.filter(({ name }) => name === document).map((one) => one.met);
  const agreedToBy = met.some(isAgreedTo) ? 'people' : met.includes('before-login-page') ? 'browsers' : 'nobody';
  const texts = site.documents.filter(({ name }) => name === document);
  const given = agreed.filter((one) => one.document === document);
  const versions = [...new Set([...texts, ...given].map(({ version }) => version))].toSorted().toReversed();
  const today = civilDay(now, site.timeZone);
  const inForce = versionInForce(
    texts.map(({ version }) => version),
    today,
  );
  return {
    document,
    met,
    agreedToBy,
    versions: versions.map((version) => {
      const count = given.find((one) => one.version === version)?.agreed;
      return {
        version,
        state: versionState(version, inForce, today),
        languages: languages.filter((language) =>
          texts.some((text) => text.version === version && text.language === language),
        ),
        agreed: count ?? (agreedToBy === 'people' ? 0 : null),
      };
    }),
  };
}

async function countOwing(db: Database, site: Site, scope: Scope, document: DocumentName, now: Date): Promise<number> {
  const filter = { document, state: 'owing', version: currentVersion(site, document, now) } as const;
  const matching = matchingPeople(db, scope, { ...filter, text: '', from: null, before: null });
  const { total } = await countUpTo(db, matching.select('u.id'), Number.MAX_SAFE_INTEGER - 1);
  return total;
}
