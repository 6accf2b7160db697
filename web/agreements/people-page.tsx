import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { documentNames, type DocumentName } from '../../domain/site/documents.ts';
import { useCivilDate, useInstant } from '../context/dates.ts';
import { useDocumentTitle } from '../context/document-title.ts';
import { ButtonTo } from '../context/links.tsx';
import { ListSearch } from '../context/list-search.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSite } from '../context/site.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import { NotFoundPage } from '../shell/error-pages.tsx';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { Row, Small } from '../ui/layout.tsx';
import { agreementsKey, documentsQuery, listAgreements, type Agreement, type AgreementQuery } from './requests.ts';

const sorts = ['agreedAt', 'name', 'organization', 'version'] as const;

/** Who agreed to one document of the site and when, or has to agree (P-03, P-26). */
export function Page() {
  const { organization = '', document: asked = '' } = useParams({ strict: false });
  const document = documentNames.find((name) => name === asked);
  return document ? <People organization={organization} document={document} /> : <NotFoundPage />;
}

function People({ organization, document }: { organization: string; document: DocumentName }) {
  const t = useTranslations('agreements.people');
  const title = useDocumentTitle()(document);
  const civilDate = useCivilDate();
  const { timeZone } = useSite();
  const { items } = useSuspenseQuery(documentsQuery(organization)).data;
  const versions = items.find((one) => one.document === document)?.versions ?? [];
  const list = useServerList({
    fields: ['text', 'state', 'version', 'from', 'until'],
    sorts,
    key: [...agreementsKey, organization, document],
    read: (wish: Omit<AgreementQuery, 'document'>) => listAgreements(organization, { ...wish, document }),
    fresh: true,
  });
  const columns = useColumns(organization);
  return (
    <PageFrame title={t('title', { document: title })} lead={t('lead')}>
      <ListSearch
        label={t('searchLabel')}
        hint={t('searchHint', { zone: timeZone })}
        text={t('text')}
        choices={[
          {
            field: 'state',
            label: t('state'),
            any: t('anyState'),
            options: [{ value: 'owing', label: t('states.owing') }],
          },
          {
            field: 'version',
            label: t('version'),
            any: t('anyVersion'),
            options: versions.map(({ version }) => ({ value: version, label: civilDate(version) })),
          },
        ]}
        days
        {...list}
      />
      <ServerList
        name={t('name')}
        columns={columns}
        rowKey={(row) => `${row.user.id} ${row.version}`}
        {...list}
        emptyText={t('empty')}
        actions={
          <ExportButton
            organization={organization}
            kind="agreements"
            conditions={{ ...conditionsOf(list.state), document }}
          />
        }
      />
      <Row print={false}>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/agreements" params={{ organization }}>
          {t('back')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}

function useColumns(organization: string): Column<Agreement>[] {
  const t = useTranslations('agreements.people');
  const instant = useInstant();
  const civilDate = useCivilDate();
  return [
    { key: 'name', title: t('user'), cell: ({ user }) => <Person organization={organization} user={user} /> },
    { key: 'organization', title: t('organization'), cell: (row) => row.organization.name },
    {
      key: 'version',
      title: t('version'),
      nowrap: true,
      cell: ({ version }) => (version === null ? t('noVersion') : civilDate(version)),
    },
    {
      key: 'agreedAt',
      title: t('agreedAt'),
      nowrap: true,
      cell: ({ agreedAt }) => (agreedAt === null ? t('not') : instant(agreedAt)),
    },
  ];
}

function Person({
  organization,
  user: { id, name, loginId, state },
}: { organization: string } & Pick<Agreement, 'user'>) {
  const t = useTranslations('agreements.people');
  if (state === 'erased') return t('erased');
  if (state === 'left')
    return (
      <>
        {name || loginId}
        <Small>{t('left')}</Small>
      </>
    );
  return (
    <>
      <Link to="/o/$organization/accounts/$user" params={{ organization, user: id }}>
        {name || loginId}
      </Link>
      <Small>{loginId}</Small>
    </>
  );
}
