import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { Badge } from '../ui/badge.tsx';
import type { Column } from '../ui/data-table/data-table.tsx';
import { Small } from '../ui/layout.tsx';
import type { ShownJob } from './requests.ts';

const tones = { well: 'success', failing: 'error', late: 'warning', never: 'quiet' } as const;

/** Where those that failed are listed, and something can be done about them. */
const lists: { [name in ShownJob['name']]?: { to: string; search: Record<string, string> } } = {
  mails: { to: '/o/$organization/failed-mails', search: { state: 'given-up' } },
  imports: { to: '/o/$organization/imports', search: { state: 'failed' } },
};

export function useColumns(organization: string): Column<ShownJob>[] {
  const t = useTranslations('jobs');
  const instant = useInstant();
  const counted = (value: ShownJob['waiting']) => {
    if (!value) return t('nothing');
    return value.countCapped ? t('more', { count: value.count }) : String(value.count);
  };
  return [
    {
      key: 'job',
      title: t('job'),
      cell: ({ name }) => (
        <>
          {t(`names.${name}`)}
          <Small>{t(`does.${name}`)}</Small>
        </>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      nowrap: true,
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>,
    },
    {
      key: 'lastRun',
      title: t('lastRun'),
      nowrap: true,
      cell: ({ lastRun }) =>
        lastRun ? (
          <>
            {instant(lastRun.beganAt)}
            <Small>{t('took', { seconds: lastRun.tookMs / 1_000 })}</Small>
          </>
        ) : (
          t('nothing')
        ),
    },
    {
      key: 'nextRun',
      title: t('nextRun'),
      nowrap: true,
      cell: ({ nextRunAt, rhythm }) =>
        nextRunAt ? (
          <>
            {instant(nextRunAt)}
            <Small>{t(`rhythms.${rhythm}`)}</Small>
          </>
        ) : (
          t('always')
        ),
    },
    { key: 'waiting', title: t('waiting'), numeric: true, cell: ({ waiting }) => counted(waiting) },
    {
      key: 'failed',
      title: t('failed'),
      numeric: true,
      cell: ({ name, failed }) => {
        const list = lists[name];
        return failed && failed.count > 0 && list ? (
          <Link
            to={list.to}
            params={{ organization }}
            search={list.search}
            aria-label={t('failedName', { name: t(`names.${name}`), count: failed.count })}
          >
            {counted(failed)}
          </Link>
        ) : (
          counted(failed)
        );
      },
    },
  ];
}
