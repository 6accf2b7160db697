import { useTranslations } from 'use-intl';

const known = ['terms', 'privacy-consent', 'cookie-notice'] as const;

/** A document's name in words; one that the platform does not know is shown by its own. */
export function useDocumentTitle(): (name: string) => string {
  const t = useTranslations('shell.documents');
  return (name) => {
    const key = known.find((one) => one === name);
    return key ? t(key) : name;
  };
}
