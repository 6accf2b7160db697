import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { Notice } from '../ui/notice.tsx';
import { jobsQuery, type ShownJob } from './requests.ts';
import { useColumns } from './use-columns.tsx';

/** What runs by itself: when, how it went last, what waits for it and what needs somebody (P-26). */
export function Page() {
  const t = useTranslations('jobs');
  const instant = useInstant();
  const { organization = '' } = useParams({ strict: false });
  const { data, isFetching, refetch } = useSuspenseQuery(jobsQuery(organization));
  const columns = useColumns(organization);
  const refresh = (
    <Button kind="secondary" icon="refresh" busy={isFetching} onClick={() => void refetch()}>
      {t('refresh')}
    </Button>
  );
  return (
    <PageFrame title={t('title')} lead={t('lead')} actions={refresh}>
      <p role="status">{t('asOf', { at: instant(data.at) })}</p>
      <Needs items={data.items} />
      <DataTable name={t('name')} columns={columns} rows={data.items} rowKey={({ name }) => name} stack="phone" />
    </PageFrame>
  );
}

/** What somebody has to look after who runs the server. */
function Needs({ items }: { items: readonly ShownJob[] }) {
  const t = useTranslations('jobs');
  const instant = useInstant();
  const broken = items.filter(({ state }) => state === 'failing' || state === 'late');
  if (broken.length === 0)
    return items.some(({ state }) => state === 'well') ? <Notice kind="success">{t('allWell')}</Notice> : null;
  return (
    <Notice kind="error" title={t('needTitle', { count: broken.length })}>
      <ul>
        {broken.map(({ name: job, lastRun, state }) => {
          const failure = state === 'failing' ? lastRun?.failure : null;
          const name = t(`names.${job}`);
          return (
            <li key={job}>
              {failure
                ? t('needFailing', { name, job, since: instant(failure.since), reason: t(`reasons.${failure.reason}`) })
                : t('needLate', { name, job, at: lastRun ? instant(lastRun.beganAt) : '' })}
            </li>
          );
        })}
      </ul>
      <p>{t('needText')}</p>
    </Notice>
  );
}
