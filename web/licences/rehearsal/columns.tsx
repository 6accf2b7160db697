import { useFormatter, useTranslations } from 'use-intl';
import { renewalOutlooks } from '../../../domain/licences/codes.ts';
import { stepOf } from '../../../domain/licences/reminders.ts';
import { useCivilDate } from '../../context/dates.ts';
import { useSite } from '../../context/site.ts';
import { Badge, type BadgeTone } from '../../ui/badge.tsx';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { useLicenceTypeName, useTermText } from '../options.ts';
import styles from './rehearsal.module.css';
import type { RehearsalItem } from './requests.ts';

export const tones: Record<RehearsalItem['kind'], BadgeTone> = {
  reminder: 'brand',
  'taken-over': 'success',
  without: 'error',
  unused: 'warning',
  assignment: 'quiet',
};

/** Moments stand as the site's clocks show them: licences end and reminders go out by these. */
export function useColumns(): Column<RehearsalItem>[] {
  const t = useTranslations('licence-rehearsal');
  const format = useFormatter();
  const { timeZone } = useSite();
  return [
    {
      key: 'at',
      title: t('columns.at'),
      nowrap: true,
      cell: (row) => format.dateTime(new Date(row.at), { timeZone, dateStyle: 'medium', timeStyle: 'short' }),
    },
    {
      key: 'kind',
      title: t('columns.kind'),
      cell: (row) => (
        <div className={styles['what']}>
          <Badge tone={tones[row.kind]}>{t(`kinds.${row.kind}`)}</Badge>
          <Detail row={row} />
        </div>
      ),
    },
    { key: 'organization', title: t('columns.organization'), cell: (row) => row.organization.name },
  ];
}

function Detail({ row }: { row: RehearsalItem }) {
  const t = useTranslations('licence-rehearsal');
  const typeName = useLicenceTypeName();
  const termText = useTermText();
  const type = typeName(row.type ?? '');
  if (row.kind === 'reminder') return <Reminder row={row} />;
  if (row.kind === 'assignment')
    return <div>{t('assignment', { type, term: termText(row.termMonths ?? 0), count: row.quantity })}</div>;
  return <div>{row.serial === null ? t('endingUnused', { type }) : t('ending', { serial: row.serial, type })}</div>;
}

function Reminder({ row }: { row: RehearsalItem }) {
  const t = useTranslations('licence-rehearsal');
  const day = useCivilDate('medium');
  const step = stepOf(row.step ?? '');
  const { outlooks } = row;
  const known = outlooks ? renewalOutlooks.filter((outlook) => outlooks[outlook] > 0) : [];
  return (
    <div>
      {t('reminder', {
        to: t(`audiences.${row.audience ?? 'customer'}`, { receiver: row.receiver ?? '' }),
        step: step ? t(`steps.${step.unit}`, { count: step.count }) : '',
        day: row.lastDay ? day(row.lastDay) : '',
        count: row.quantity,
      })}
      <div className={styles['outlooks']}>
        {known.map((outlook) => t(`outlooks.${outlook}`, { count: outlooks?.[outlook] ?? 0 })).join(' · ')}
      </div>
    </div>
  );
}
