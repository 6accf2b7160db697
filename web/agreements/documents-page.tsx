import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useCivilDate } from '../context/dates.ts';
import { useDocumentTitle } from '../context/document-title.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { Badge } from '../ui/badge.tsx';
import { DataTable, type Column } from '../ui/data-table/data-table.tsx';
import { Card, Stack } from '../ui/layout.tsx';
import { EmptyState } from '../ui/states.tsx';
import { documentsQuery, type SiteDocument } from './requests.ts';

type Version = SiteDocument['versions'][number];
const tones = { coming: 'quiet', 'in-force': 'success', former: 'void' } as const;

/** Every document of the site with its versions, who agreed and who has to (P-03, P-26). */
export function Page() {
  const t = useTranslations('agreements.documents');
  const { organization = '' } = useParams({ strict: false });
  const { items } = useSuspenseQuery(documentsQuery(organization)).data;
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      {items.length === 0 && <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      {items.map((shown) => (
        <OneDocument key={shown.document} organization={organization} shown={shown} />
      ))}
    </PageFrame>
  );
}

function OneDocument({ organization, shown }: { organization: string; shown: SiteDocument }) {
  const t = useTranslations('agreements.documents');
  const title = useDocumentTitle()(shown.document);
  const columns = useColumns(organization, shown);
  const { document, owing } = shown;
  return (
    <Card>
      <Stack gap="small">
        <h2>{title}</h2>
        <p>{t(`agreedToBy.${shown.agreedToBy}`)}</p>
        {owing !== null && (
          <p>
            {owing === 0 ? (
              t('owing', { count: owing })
            ) : (
              <Link
                to="/o/$organization/agreements/$document"
                params={{ organization, document }}
                search={{ state: 'owing' }}
                aria-label={`${t('owing', { count: owing })} ${t('owingLink', { document: title })}`}
              >
                {t('owing', { count: owing })}
              </Link>
            )}
          </p>
        )}
        <DataTable
          name={t('versionsOf', { document: title })}
          columns={columns}
          rows={shown.versions}
          rowKey={({ version }) => version}
          stack="phone"
        />
      </Stack>
    </Card>
  );
}

function useColumns(organization: string, { document, agreedToBy }: SiteDocument): Column<Version>[] {
  const t = useTranslations('agreements.documents');
  const title = useDocumentTitle()(document);
  const civilDate = useCivilDate();
  const agreed: Column<Version> = {
    key: 'agreed',
    title: t('agreed'),
    nowrap: true,
    cell: ({ version, agreed: count }) =>
      count !== null && (
        <Link
          to="/o/$organization/agreements/$document"
          params={{ organization, document }}
          search={{ version }}
          aria-label={`${t('agreedBy', { count })}: ${t('agreedLink', { document: title, date: civilDate(version) })}`}
        >
          {t('agreedBy', { count })}
        </Link>
      ),
  };
  return [
    {
      key: 'version',
      title: t('version'),
      nowrap: true,
      // A text whose day has not come, or that the site has no more, can be opened by nobody.
      cell: ({ version, state, languages }) =>
        state === 'coming' || languages.length === 0 ? (
          civilDate(version)
        ) : (
          <Link
            to="/documents/$document"
            params={{ document }}
            search={{ version }}
            aria-label={t('read', { document: title, date: civilDate(version) })}
          >
            {civilDate(version)}
          </Link>
        ),
    },
    {
      key: 'state',
      title: t('state'),
      nowrap: true,
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>,
    },
    {
      key: 'languages',
      title: t('languages'),
      cell: ({ languages }) =>
        languages.length === 0 ? t('noText') : languages.map((one) => t(`languageNames.${one}`)).join(' / '),
    },
    ...(agreedToBy === 'people' ? [agreed] : []),
  ];
}
