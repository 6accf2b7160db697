import { useTranslations } from 'use-intl';
import { useSite } from '../context/site.ts';

/** How the expected day comes about, for who wants to know. */
export function Method() {
  const t = useTranslations('toner.method');
  const percent = useSite().capabilities.toner?.lowAt ?? 0;
  return (
    <details>
      <summary>{t('title')}</summary>
      <p>{t('text', { percent: String(percent) })}</p>
    </details>
  );
}
