import { useTranslations } from 'use-intl';
import { useFieldName } from '../options.ts';

/** The heading of a column, as in the file of the list; a column that nobody named is called by its key. */
export function useHeading(): (key: string) => string {
  const t = useTranslations('headings.devices') as unknown as { (key: string): string; has: (key: string) => boolean };
  const called = useFieldName();
  return (key) => called(key) ?? (t.has(key) ? t(key) : key);
}

/** What a code of a column means, as in the file of the list. */
export function useWord(): (key: string, code: string) => string {
  const t = useTranslations('headings') as unknown as {
    (key: string): string;
    has: (key: string) => boolean;
  };
  return (key, code) => (t.has(`device-words.${key}.${code}`) ? t(`device-words.${key}.${code}`) : code);
}
