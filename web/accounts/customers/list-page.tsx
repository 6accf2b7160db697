import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { customerStates } from '../../../domain/accounts/customers.ts';
import { siteId } from '../../context/address.ts';
import { useDay, useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useServerList } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import { ListSearch } from '../../context/list-search.tsx';
import styles from '../../organizations/cells.module.css';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { Row } from '../../ui/layout.tsx';
import { listCustomers, type CustomerQuery, type CustomerRow } from './requests.ts';
import { CustomerState } from './state.tsx';

const sorts = ['name', 'mail', 'state', 'since', 'lastLogin'] as const;

/** The customers that this dealer looks after, with how far each account has come (L-01). */
export function Page() {
  const t = useTranslations('customers.list');
  const states = useTranslations('customers.states');
  const { organization = '' } = useParams({ strict: false });
  const { permissions } = useSession();
  const list = useServerList({
    fields: ['text', 'state'],
    sorts,
    key: ['customers', siteId, organization],
    read: (wish: CustomerQuery) => listCustomers(organization, wish),
  });
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      actions={
        permissions.includes('accounts:create') && (
          <ButtonTo icon="plus" to="/o/$organization/new-account" params={{ organization }}>
            {t('add')}
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
            field: 'state',
            label: t('state'),
            any: t('anyState'),
            options: customerStates.map((one) => ({ value: one, label: states(one) })),
          },
        ]}
        {...list}
      />
      <ServerList
        name={t('name')}
        columns={useColumns(organization, permissions.includes('acting:start'))}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('empty')}
        actions={<ExportButton organization={organization} kind="customers" conditions={conditionsOf(list.state)} />}
      />
    </PageFrame>
  );
}

function useColumns(organization: string, acts: boolean): Column<CustomerRow>[] {
  const t = useTranslations('customers.list');
  const day = useDay();
  const instant = useInstant();
  return [
    {
      key: 'name',
      title: t('organization'),
      cell: (row) => (
        <Link
          to="/o/$organization/customers/$customer"
          params={{ organization, customer: row.id }}
          aria-label={t('openName', { name: row.organization })}
          className={styles['name'] ?? ''}
        >
          {row.organization}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      nowrap: true,
      cell: (row) => (
        <Row>
          <CustomerState of={row} />
          {row.temporarySince && <span>{t('temporarySince', { date: day(row.temporarySince) })}</span>}
        </Row>
      ),
    },
    { key: 'mail', title: t('mail'), nowrap: true, cell: (row) => <span translate="no">{row.mail}</span> },
    { key: 'since', title: t('since'), nowrap: true, cell: (row) => day(row.since) },
    {
      key: 'lastLogin',
      title: t('lastLogin'),
      nowrap: true,
      cell: (row) => (row.lastLoginAt ? instant(row.lastLoginAt) : t('never')),
    },
    ...(acts
      ? [
          {
            key: 'act',
            title: t('act'),
            nowrap: true,
            cell: (row: CustomerRow) => (
              <Link
                to="/o/$organization/organizations/$other/act"
                params={{ organization, other: row.id }}
                aria-label={t('actName', { name: row.organization })}
              >
                {t('act')}
              </Link>
            ),
          },
        ]
      : []),
  ];
}
