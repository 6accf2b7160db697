import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { writeAsked, type Asked } from '../question/asked.ts';
import styles from './table.module.css';

/** A device as every table of them has it. */
export type DeviceRow = {
  device: string;
  name: string;
  building: string;
  place: string;
  group: { name: string } | null;
};

type Wish<R> = {
  organization: string;
  asked: Asked;
  rows: readonly R[];
  sort: string | null;
  /** Devices on all pages. */
  total: number;
  /** Whether there is a row of sums on top. */
  sums: boolean;
  /** What is to be known of the device's figures, under its name. */
  under?: (row: R) => string | null;
};

const texts = {
  building: (row: DeviceRow) => row.building,
  place: (row: DeviceRow) => row.place,
  group: (row: DeviceRow) => row.group?.name ?? '',
};

/**
 * Which device a row is of: its name leads to its periods (C-06); in the row on top, of how many the sum is. Where it stands has columns of its own as far as
 * there is anything in them; on a phone it stands under the name.
 */
export function useDeviceColumns<R extends DeviceRow>({
  organization,
  asked,
  rows,
  sort,
  total,
  sums,
  under,
}: Wish<R>): Column<R>[] {
  const t = useTranslations('counters.answer');
  const used = (['building', 'place', 'group'] as const).filter(
    (key) => sort?.replace(/^-/, '') === key || rows.some((row) => texts[key](row) !== ''),
  );
  return [
    {
      key: 'name',
      title: t('device'),
      sortable: true,
      fixed: true,
      ...(sums && { total: t('allDevices', { count: total }) }),
      cell: (row) => (
        <>
          <Link
            to="/o/$organization/counters/devices/$device"
            params={{ organization, device: row.device }}
            search={writeAsked(asked) as never}
            aria-label={t('ofDevice', { name: row.name })}
          >
            {row.name}
          </Link>
          {under?.(row) && <span className={styles['said']}>{under(row)}</span>}
          {used.map(
            (key) =>
              texts[key](row) !== '' && (
                <span key={key} className={styles['narrow']}>
                  {texts[key](row)}
                </span>
              ),
          )}
        </>
      ),
    },
    ...used.map((key): Column<R> => ({
      key,
      title: t(key),
      sortable: true,
      wideOnly: true,
      ...(sums && { total: '' }),
      cell: (row) => <span className={styles['text']}>{texts[key](row)}</span>,
    })),
  ];
}
