import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Consents } from '../../api/types.ts';
import { useCivilDate, useInstant } from '../../context/dates.ts';
import { useDocumentTitle } from '../../context/document-title.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { DataTable, type Column } from '../../ui/data-table/data-table.tsx';
import { Stack } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { consentsQuery } from './query.ts';

type InForce = Consents['inForce'][number];
type Agreed = Consents['agreed'][number];

/** The documents of the site, and which versions this person agreed to, with a way to read each again (P-03). */
export function Page() {
  const t = useTranslations('consents.history');
  const instant = useInstant();
  const { inForce, agreed } = useSuspenseQuery(consentsQuery).data;
  const shared = useSharedColumns();
  const agreedTo = ({ document, version }: InForce): string => {
    const given = agreed.find((one) => one.document === document && one.version >= version);
    return given ? instant(given.agreedAt) : t('not');
  };
  const inForceColumns: Column<InForce>[] = [
    ...shared,
    { key: 'agreedAt', title: t('agreedAt'), nowrap: true, cell: agreedTo },
  ];
  const agreedColumns: Column<Agreed>[] = [
    ...shared,
    { key: 'agreedAt', title: t('agreedAt'), nowrap: true, cell: ({ agreedAt }) => instant(agreedAt) },
  ];
  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead')}>
      <Stack gap="small">
        <h2>{t('inForce')}</h2>
        {inForce.length === 0 ? (
          <EmptyState title={t('noDocuments')}>{t('noDocumentsHint')}</EmptyState>
        ) : (
          <DataTable name={t('inForce')} columns={inForceColumns} rows={inForce} rowKey={keyOf} />
        )}
      </Stack>
      <Stack gap="small">
        <h2>{t('agreed')}</h2>
        {agreed.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
        ) : (
          <DataTable name={t('agreed')} columns={agreedColumns} rows={agreed} rowKey={keyOf} />
        )}
      </Stack>
    </PageFrame>
  );
}

function keyOf({ document, version }: InForce): string {
  return `${document} ${version}`;
}

function useSharedColumns(): Column<InForce>[] {
  const t = useTranslations('consents.history');
  const titleOf = useDocumentTitle();
  const civilDate = useCivilDate();
  return [
    {
      key: 'document',
      title: t('document'),
      cell: ({ document, version }) => (
        <Link to="/documents/$document" params={{ document }} search={{ version }}>
          {titleOf(document)}
        </Link>
      ),
    },
    { key: 'version', title: t('versionColumn'), nowrap: true, cell: ({ version }) => civilDate(version) },
  ];
}
