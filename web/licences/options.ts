import { useTranslations } from 'use-intl';
import type { LicenceOptions } from '../api/types.ts';
import { useSite, useSiteWords } from '../context/site.ts';

/** The site's data for this capability; its pages are only reached where it is on. */
export function useOptions(): LicenceOptions {
  const options = useSite().capabilities.licences;
  if (!options) throw new Error('licences is not switched on');
  return options;
}

/** The name of a type of licences; one that the site no longer has is shown by its ID. */
export function useLicenceTypeName(): (id: string) => string {
  const { types } = useOptions();
  const words = useSiteWords();
  return (id) => {
    const type = types.find((one) => one.id === id);
    return type ? words(type.name) : id;
  };
}

/** A term as people say it: in years where it is whole years. */
export function useTermText(): (months: number) => string {
  const t = useTranslations('licences');
  return (months) => (months % 12 === 0 ? t('years', { count: months / 12 }) : t('months', { count: months }));
}

/** Licences of a type and term, in words. */
export function useLineWords(): (line: { type: string; termMonths: number }) => string {
  const t = useTranslations('licences');
  const nameOf = useLicenceTypeName();
  const termText = useTermText();
  return ({ type, termMonths }) => t('line', { type: nameOf(type), term: termText(termMonths) });
}
