import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';
import { instantText } from '../../domain/site/instant-text.ts';
import { ButtonTo } from '../context/links.tsx';
import { useListState } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSite, useSiteWords } from '../context/site.ts';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { Notice } from '../ui/notice.tsx';
import { listNotices, type NoticeState } from './requests.ts';
import styles from './notices.module.css';
import { StateBadge } from './state-badge.tsx';
import { TextSearch } from './text-search.tsx';

const states = ['planned', 'current', 'past'] as const satisfies NoticeState[];

/** Every notice of the site, for those who write them (P-26). */
export function Page() {
  const t = useTranslations('notices');
  const { organization = '' } = useParams({ strict: false });
  const { done } = useSearch({ strict: false });
  const [state, setState] = useListState(['text', 'state']);
  const { page, pageSize, search } = state;
  const chosen = states.find((one) => one === search['state']);
  const text = search['text'];
  const query = useQuery({
    queryKey: ['notices', organization, page, pageSize, search],
    queryFn: () =>
      listNotices(organization, { page, pageSize, ...(chosen && { state: chosen }), ...(text && { text }) }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(organization);
  const compose = (
    <ButtonTo to="/o/$organization/notices/compose" params={{ organization }} icon="plus">
      {t('list.compose')}
    </ButtonTo>
  );
  return (
    <PageFrame title={t('list.title')} lead={t('list.lead')} actions={compose}>
      {done === 'deleted' && (
        <Notice kind="success" live>
          {t('detail.deleted')}
        </Notice>
      )}
      <TextSearch
        label={t('list.search')}
        hint={t('list.searchHint')}
        states={states.map((value) => ({ value, label: t(`states.${value}`) }))}
        state={state}
        onChange={setState}
      />
      <ServerList
        name={t('list.name')}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        state={state}
        onChange={setState}
        emptyText={t('list.emptyText')}
      />
    </PageFrame>
  );
}

type Row = Awaited<ReturnType<typeof listNotices>>['items'][number];

function useColumns(organization: string): Column<Row>[] {
  const t = useTranslations('notices');
  const words = useSiteWords();
  const locale = useLocale();
  const { timeZone } = useSite();
  const time = (iso: string) => instantText(new Date(iso), locale, timeZone);
  return [
    {
      key: 'title',
      title: t('fields.titleColumn'),
      cell: (row) => (
        <Link to="/o/$organization/notices/$id" params={{ organization, id: row.id }} className={styles['cell'] ?? ''}>
          {words(row.title)}
        </Link>
      ),
    },
    { key: 'kind', title: t('fields.kind'), nowrap: true, cell: (row) => t(`kinds.${row.kind}`) },
    {
      key: 'state',
      title: t('fields.state'),
      nowrap: true,
      cell: (row) => <StateBadge state={row.state}>{t(`states.${row.state}`)}</StateBadge>,
    },
    { key: 'startsAt', title: t('fields.startsAt'), nowrap: true, cell: (row) => time(row.startsAt) },
    { key: 'endsAt', title: t('fields.endsAt'), nowrap: true, cell: (row) => time(row.endsAt) },
  ];
}
