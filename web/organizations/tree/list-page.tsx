import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { kindsBelow } from '../../../domain/organizations/options.ts';
import { siteId } from '../../context/address.ts';
import { useDay } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useServerList } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import { Button } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { Row } from '../../ui/layout.tsx';
import { ListSearch } from '../../context/list-search.tsx';
import styles from '../cells.module.css';
import { listOrganizations, organizationQuery, type OrganizationQuery, type OrganizationRow } from '../requests.ts';

const sorts = ['name', 'kind', 'parent', 'users', 'since'] as const;

/** The organizations that this person may list: operators all, dealers those that grants show (P-15a). */
export function Page() {
  const t = useTranslations('organizations.list');
  const words = useTranslations('organizations');
  const { organization = '' } = useParams({ strict: false });
  const session = useSession();
  const list = useServerList({
    fields: ['text', 'kind', 'state', 'parent'],
    sorts,
    key: ['organizations', siteId, organization],
    read: (wish: OrganizationQuery) => listOrganizations(organization, wish),
  });
  const { state, onChange } = list;
  const byOperator = session.organization.kind === 'maker';
  return (
    <PageFrame
      title={t('title')}
      lead={t(byOperator ? 'lead' : 'leadDealer')}
      actions={
        session.permissions.includes('organizations:create') && (
          <ButtonTo to="/o/$organization/organizations/new" params={{ organization }} icon="plus">
            {t('make')}
          </ButtonTo>
        )
      }
    >
      <ListSearch
        label={t('searchLabel')}
        hint={t('searchHint')}
        text={t('text')}
        choices={[
          {
            field: 'kind',
            label: t('kind'),
            any: t('anyKind'),
            options: kindsBelow.map((kind) => ({ value: kind, label: words(`kinds.${kind}`) })),
          },
          {
            field: 'state',
            label: t('state'),
            any: t('anyState'),
            options: (['open', 'closed'] as const).map((one) => ({ value: one, label: words(`states.${one}`) })),
          },
        ]}
        {...list}
      />
      {state.search['parent'] && (
        <OnlyBelow
          organization={organization}
          parent={state.search['parent']}
          onAll={() => {
            const { parent: _, ...others } = state.search;
            onChange({ ...state, page: 1, search: others });
          }}
        />
      )}
      <ServerList
        name={t('name')}
        columns={useColumns(organization)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('empty')}
        actions={
          <ExportButton organization={organization} kind="organizations" conditions={conditionsOf(list.state)} />
        }
      />
    </PageFrame>
  );
}

/** The list came from the page of one: says below which, and leads out. */
function OnlyBelow({ organization, parent, onAll }: { organization: string; parent: string; onAll: () => void }) {
  const t = useTranslations('organizations.list');
  const { data } = useQuery(organizationQuery(organization, parent));
  return (
    <Row>
      <p>{t('below', { name: data?.name ?? '…' })}</p>
      <Button kind="quiet" compact onClick={onAll}>
        {t('all')}
      </Button>
    </Row>
  );
}

function useColumns(organization: string): Column<OrganizationRow>[] {
  const t = useTranslations('organizations');
  const day = useDay();
  return [
    {
      key: 'name',
      title: t('list.text'),
      cell: (row) => (
        <Link
          to="/o/$organization/organizations/$other"
          params={{ organization, other: row.id }}
          aria-label={t('list.openName', { name: row.name })}
          className={styles['name'] ?? ''}
        >
          {row.name}
        </Link>
      ),
    },
    { key: 'kind', title: t('list.kind'), nowrap: true, cell: (row) => t(`kinds.${row.kind}`) },
    {
      key: 'state',
      title: t('list.state'),
      nowrap: true,
      cell: (row) => (row.closedAt ? t('view.closedOn', { date: day(row.closedAt) }) : t('states.open')),
    },
    {
      key: 'parent',
      title: t('list.parent'),
      cell: (row) => <span className={styles['name']}>{row.parent?.name ?? t('maker')}</span>,
    },
    {
      key: 'users',
      title: t('list.users'),
      nowrap: true,
      cell: (row) => (row.users === null ? t('list.hidden') : String(row.users)),
    },
    { key: 'since', title: t('list.since'), nowrap: true, cell: (row) => day(row.since) },
  ];
}
