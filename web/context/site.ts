import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { useLocale } from 'use-intl';
import { answer, api } from '../api/client.ts';
import type { Site } from '../api/types.ts';
import { siteId } from './address.ts';

export const siteQuery = queryOptions({
  queryKey: ['site', siteId],
  queryFn: () => answer(api.GET('/api/{site}', { params: { path: { site: siteId } } })),
  staleTime: Infinity,
});

/** The site's public data; pages below the shell always have it. */
export function useSite(): Site {
  return useSuspenseQuery(siteQuery).data;
}

/** A text of the site's data in the page's language. */
export function useSiteWords(): (words: { ja: string; en: string }) => string {
  const locale = useLocale();
  return (words) => words[locale];
}
