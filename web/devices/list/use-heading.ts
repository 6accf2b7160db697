import { useTranslations } from 'use-intl';

/** The heading of a column, as in the file of the list; a column that nobody named is called by its key. */
export function useHeading(): (key: string) => string {
  const t = useTranslations('headings.devices') as unknown as { (key: string): string; has: (key: string) => boolean };
  return (key) => (t.has(key) ? t(key) : key);
}
