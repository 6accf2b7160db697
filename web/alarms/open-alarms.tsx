import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { useSiteWords } from '../context/site.ts';
import { DataTable, type Column } from '../ui/data-table/data-table.tsx';
import type { Alarm } from './requests.ts';
import { SeverityBadge } from './severity-badge.tsx';

/** `named`: of several devices, which are said. */
type Props = { organization: string; alarms: readonly Alarm[]; named?: boolean };

/** A few alarms that are open, each with the way to it. */
export function OpenAlarms({ organization, alarms, named = false }: Props) {
  const t = useTranslations('alarms.list');
  const words = useSiteWords();
  const instant = useInstant();
  const device: Column<Alarm> = {
    key: 'device',
    title: t('device'),
    cell: ({ device: { serial }, installation }) => installation || serial,
  };
  const columns: Column<Alarm>[] = [
    {
      key: 'severity',
      title: t('severity'),
      nowrap: true,
      cell: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    {
      key: 'what',
      title: t('what'),
      cell: ({ id, what }) => (
        <Link to="/o/$organization/alarms/$alarm" params={{ organization, alarm: id }}>
          {words(what)}
        </Link>
      ),
    },
    ...(named ? [device] : []),
    { key: 'raisedAt', title: t('raisedAt'), nowrap: true, cell: ({ raisedAt }) => instant(raisedAt) },
  ];
  return <DataTable<Alarm> name={t('name')} rows={alarms} rowKey={({ id }) => id} columns={columns} stack />;
}
