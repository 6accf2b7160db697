import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useCivilDate, useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { useSiteWords } from '../context/site.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import styles from '../organizations/cells.module.css';
import { ListSearch } from '../context/list-search.tsx';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { Button } from '../ui/button.tsx';
import { Small } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyOn } from './empty-on.tsx';
import { Dot, Level } from './level.tsx';
import { Method } from './method.tsx';
import { listToner, tonerKey, type TonerItem, type TonerQuery } from './requests.ts';
import { useChoices } from './use-choices.ts';

const sorts = ['name', 'supply', 'level', 'emptyOn', 'refilledOn', 'group', 'manager'] as const;
const fields = ['text', 'state', 'within', 'colour', 'group', 'manager'] as const;

/** How much is left of every supply, and when it will be empty: the first to be empty first (C-12). */
export function Page() {
  const t = useTranslations('toner.list');
  const { organization = '' } = useParams({ strict: false });
  const list = useServerList({
    fields: fields,
    sorts,
    key: [...tonerKey, organization, 'list'],
    read: (wish: TonerQuery) => listToner(organization, wish),
  });
  const { state, onChange } = list;
  const { permissions } = useSession();
  const without = permissions.includes('toner:change') ? (list.query.data?.withoutManager ?? 0) : 0;
  return (
    <PageFrame title={t('title')} lead={t('lead')} actions={<ToOrder organization={organization} />}>
      {without > 0 && state.search['manager'] !== 'none' && (
        <Notice kind="warning">
          {t('unmanaged', { count: without })}{' '}
          <Button
            kind="quiet"
            compact
            onClick={() => onChange({ ...state, page: 1, search: { ...state.search, manager: 'none' } })}
          >
            {t('showUnmanaged')}
          </Button>
        </Notice>
      )}
      <ListSearch
        label={t('searchLabel')}
        hint={t('searchHint')}
        text={t('text')}
        choices={useChoices(organization)}
        {...list}
      />
      <ServerList
        name={t('name')}
        columns={useColumns(organization)}
        rowKey={(row) => `${row.device} ${row.supply}`}
        {...list}
        emptyText={t('empty')}
        actions={<ExportButton organization={organization} kind="toner" conditions={conditionsOf(list.state)} />}
      />
      <Method />
    </PageFrame>
  );
}

function ToOrder({ organization }: { organization: string }) {
  const t = useTranslations('toner.list');
  return (
    <ButtonTo kind="secondary" icon="list" to="/o/$organization/toner/order" params={{ organization }}>
      {t('toOrder')}
    </ButtonTo>
  );
}

function useColumns(organization: string): Column<TonerItem>[] {
  const t = useTranslations('toner');
  const words = useSiteWords();
  const day = useCivilDate('medium');
  const instant = useInstant();
  return [
    {
      key: 'name',
      title: t('list.device'),
      fixed: true,
      cell: (row) => (
        <>
          <Link
            className={styles['name']}
            to="/o/$organization/devices/$device"
            params={{ organization, device: row.device }}
          >
            {row.name}
          </Link>
          {row.name !== row.serial && <Small>{row.serial}</Small>}
          <Small>{[row.building, row.place].filter(Boolean).join(' ')}</Small>
        </>
      ),
    },
    {
      key: 'supply',
      title: t('list.supply'),
      nowrap: true,
      cell: (row) => (
        <>
          <Dot colour={row.colour} />
          {words(row.supplyName)}
        </>
      ),
    },
    {
      key: 'level',
      title: t('list.level'),
      cell: (row) => (
        <>
          <Level level={row.level} low={row.low} colour={row.colour} />
          {row.at && <Small>{t('list.at', { at: instant(row.at) })}</Small>}
        </>
      ),
    },
    { key: 'emptyOn', title: t('list.emptyOn'), nowrap: true, cell: (row) => <EmptyOn forecast={row.forecast} /> },
    {
      key: 'refilledOn',
      title: t('list.refilledOn'),
      nowrap: true,
      cell: (row) => (row.refilledOn ? day(row.refilledOn) : t('none')),
    },
    { key: 'group', title: t('list.group'), cell: (row) => row.group },
    {
      key: 'manager',
      title: t('list.manager'),
      cell: (row) =>
        row.manager && (
          <>
            <span className={styles['name']}>{row.manager.name}</span>
            <Small>{row.manager.mail}</Small>
          </>
        ),
    },
  ];
}
