import type { z } from 'zod';
import { isAgreedTo } from '../../domain/accounts/owed.ts';
import { daySpan } from '../../domain/site/civil-time.ts';
import type { Site } from '../kernel/app.ts';
import { currentVersion } from '../sites/documents.ts';
import type { agreementQuery } from './schemas.ts';
import type { AgreementFilter } from './store.ts';

export function filterOf(
  site: Site,
  { document, state, version, text, from, until }: z.output<typeof agreementQuery>,
  now: Date,
): AgreementFilter {
  const owed = site.documentsMet.some(({ name, met }) => name === document && isAgreedTo(met));
  const inForce = owed ? currentVersion(site, document, now) : null;
  return {
    document,
    state,
    version: state === 'owing' ? inForce : (version ?? null),
    text: text.trim(),
    ...daySpan(from, until, site.timeZone),
  };
}
