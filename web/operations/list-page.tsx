import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';
import { periodText } from '../../domain/site/instant-text.ts';
import { ButtonTo } from '../context/links.tsx';
import { useListState } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSite, useSiteWords } from '../context/site.ts';
import styles from '../notices/notices.module.css';
import { StateBadge } from '../notices/state-badge.tsx';
import { TextSearch } from '../notices/text-search.tsx';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { listWindows, type WindowState } from './requests.ts';

const states = ['planned', 'current', 'past', 'cancelled'] as const satisfies WindowState[];
const shownCharacters = 60;

/** Every maintenance window of the site, past and cancelled ones too (P-26). */
export function Page() {
  const t = useTranslations('notices');
  const { organization = '' } = useParams({ strict: false });
  const [state, setState] = useListState(['text', 'state']);
  const { page, pageSize, search } = state;
  const chosen = states.find((one) => one === search['state']);
  const text = search['text'];
  const query = useQuery({
    queryKey: ['maintenance', organization, page, pageSize, search],
    queryFn: () =>
      listWindows(organization, { page, pageSize, ...(chosen && { state: chosen }), ...(text && { text }) }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(organization);
  const compose = (
    <ButtonTo to="/o/$organization/maintenance/compose" params={{ organization }} icon="plus">
      {t('windows.compose')}
    </ButtonTo>
  );
  return (
    <PageFrame title={t('windows.title')} lead={t('windows.lead')} actions={compose}>
      <TextSearch
        label={t('windows.search')}
        hint={t('windows.searchHint')}
        states={states.map((value) => ({ value, label: t(`maintenanceStates.${value}`) }))}
        state={state}
        onChange={setState}
      />
      <ServerList
        name={t('windows.name')}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        state={state}
        onChange={setState}
        emptyText={t('windows.emptyText')}
      />
    </PageFrame>
  );
}

type Row = Awaited<ReturnType<typeof listWindows>>['items'][number];

function useColumns(organization: string): Column<Row>[] {
  const t = useTranslations('notices');
  const words = useSiteWords();
  const locale = useLocale();
  const { timeZone } = useSite();
  return [
    {
      key: 'period',
      title: t('fields.period'),
      cell: (row) => (
        <Link
          to="/o/$organization/maintenance/$id"
          params={{ organization, id: row.id }}
          className={styles['cell'] ?? ''}
        >
          {periodText({ startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) }, locale, timeZone)}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('fields.state'),
      nowrap: true,
      cell: (row) => <StateBadge state={row.state}>{t(`maintenanceStates.${row.state}`)}</StateBadge>,
    },
    { key: 'body', title: t('fields.bodyColumn'), cell: (row) => firstLine(words(row.body)) },
  ];
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > shownCharacters ? `${line.slice(0, shownCharacters)}…` : line;
}
