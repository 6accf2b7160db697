import { useTranslations } from 'use-intl';
import { Figure } from '../counters/table/figure.tsx';
import { usePeriodWords } from '../counters/use-period-words.ts';
import type { Column } from '../ui/data-table/data-table.tsx';
import { Code } from '../ui/code.tsx';
import { Small } from '../ui/layout.tsx';
import type { Department, Departments } from './requests.ts';

/** The department, the total and then each month, oldest left; the row on top is the sum of all departments on all pages. */
export function useColumns(data: Departments | undefined): Column<Department>[] {
  const t = useTranslations('departments.list');
  const { short } = usePeriodWords();
  const { periods = [], totals } = data ?? {};
  const late = (all: Department['adjustments'], period: string) => all.filter(({ inMonth }) => inMonth === period);
  return [
    {
      key: 'department',
      title: t('department'),
      sortable: true,
      fixed: true,
      total: t('all', { count: data?.total ?? 0 }),
      cell: ({ department, name }) =>
        name === '' ? (
          <Code>{department}</Code>
        ) : (
          <>
            {name}
            <Small>{department}</Small>
          </>
        ),
    },
    {
      key: 'devices',
      title: t('devices'),
      sortable: true,
      numeric: true,
      wideOnly: true,
      total: '',
      cell: ({ devices }) => devices,
    },
    {
      key: 'total',
      title: t('total'),
      sortable: true,
      numeric: true,
      total: <Figure value={totals?.total ?? null} />,
      cell: ({ total }) => <Figure value={total} />,
    },
    ...periods.map((period, at): Column<Department> => ({
      key: period,
      title: short(period),
      numeric: true,
      nowrap: true,
      total: <Figure value={totals?.figures[at] ?? null} adjustments={late(totals?.adjustments ?? [], period)} />,
      cell: ({ figures, adjustments }) => (
        <Figure
          value={figures[at]?.value ?? null}
          marks={figures[at]?.marks ?? []}
          adjustments={late(adjustments, period)}
        />
      ),
    })),
  ];
}
