import { useMemo } from 'react';
import { useLocale } from 'use-intl';
import { countries } from '../../../domain/identifiers/country.ts';
import type { Option } from '../../ui/form/select-field.tsx';

const home = 'JP';

/** All countries by their name in the page's language, Japan first because most readers are there. */
export function useCountryOptions(): Option[] {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' });
    const collator = new Intl.Collator(locale);
    const options = countries.map((value) => ({ value, label: names.of(value) ?? value }));
    return options.toSorted(
      (a, b) => Number(b.value === home) - Number(a.value === home) || collator.compare(a.label, b.label),
    );
  }, [locale]);
}

export function useCountryName(): (code: string) => string {
  const locale = useLocale();
  return (code) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}
