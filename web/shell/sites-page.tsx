import { useSuspenseQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { answer, api } from '../api/client.ts';
import { Icon } from '../ui/icon.tsx';
import { BarePage } from './bare-page.tsx';

const sitesQuery = { queryKey: ['sites'], queryFn: () => answer(api.GET('/api/sites', {})) };

/** `/` of a host with several sites. */
export function SitesPage() {
  const t = useTranslations('shell.sites');
  const locale = useLocale();
  const { items: sites } = useSuspenseQuery(sitesQuery).data;
  return (
    <BarePage title={t('title')}>
      <p>{sites.length > 0 ? t('lead') : t('none')}</p>
      <ul>
        {sites.map((site) => (
          <li key={site.id}>
            <a href={site.address}>
              <span>{site.name[locale]}</span> <Icon name="right" />
            </a>
          </li>
        ))}
      </ul>
    </BarePage>
  );
}
