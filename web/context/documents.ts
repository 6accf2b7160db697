import { queryOptions } from '@tanstack/react-query';
import type { DocumentName } from '../../domain/site/documents.ts';
import type { Language } from '../../domain/site/languages.ts';
import { answer, api } from '../api/client.ts';
import { siteId } from './address.ts';

/** A document of the site, in the version in force or in an earlier one. */
export function documentQuery(document: DocumentName, language: Language, version?: string) {
  return queryOptions({
    queryKey: ['document', siteId, document, language, version ?? ''],
    queryFn: () =>
      answer(
        api.GET('/api/{site}/documents/{document}', {
          params: { path: { site: siteId, document }, query: { language, ...(version && { version }) } },
        }),
      ),
    staleTime: 300_000,
  });
}
