import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useListState } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useLanguage } from '../texts/texts.tsx';
import { Pager, ShownNote } from '../ui/data-table/pager.tsx';
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx';
import { Maintenance } from './announcements.tsx';
import { NoticeItem } from './notice-item.tsx';
import styles from './notices.module.css';
import { listShownNotices } from './requests.ts';

/** All that is or was announced; for everybody (P-04). */
export function Page() {
  const t = useTranslations('notices');
  const { language } = useLanguage();
  const [state, setState] = useListState([]);
  const { page, pageSize } = state;
  const { data, error, refetch } = useQuery({
    queryKey: ['shown-notices', page, pageSize],
    queryFn: () => listShownNotices(page, pageSize),
    placeholderData: keepPreviousData,
  });
  return (
    <PageFrame title={t('title')} lead={t('lead')} width="reading">
      <Maintenance />
      {error && <ErrorState problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && data.items.length === 0 && <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
      {data && data.items.length > 0 && (
        <>
          <ShownNote totals={{ ...data, found: data.items.length }} />
          <ul className={styles['list']}>
            {data.items.map((notice) => (
              <li key={notice.id}>
                <NoticeItem notice={notice} language={language} />
              </li>
            ))}
          </ul>
          <Pager totals={{ ...data, found: data.items.length }} state={state} onChange={setState} />
        </>
      )}
    </PageFrame>
  );
}
