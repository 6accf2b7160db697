import { queryOptions } from '@tanstack/react-query';
import type { DocumentName } from '../../domain/site/documents.ts';
import type { Language } from '../../domain/site/languages.ts';
import { answer, api } from '../api/client.ts';
import { siteId } from './address.ts';

/** A document of the site, in the version in force. */
export function documentQuery(document: DocumentName, language: Language) {
  return queryOptions({
    queryKey: ['document', siteId, document, language],
    queryFn: () =>
      answer(
        api.GET('/api/{site}/documents/{document}', {
          params: { path: { site: siteId, document }, query: { language } },
        }),
      ),
    staleTime: 300_000,
  });
}
