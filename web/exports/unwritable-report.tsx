import { useTranslations } from 'use-intl';
import type { Unwritable } from '../api/types.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './unwritable-report.module.css';

type Place = Unwritable['places'][number];

/** How many characters a Shift_JIS file could not hold, and where the first of them stand. */
export function UnwritableReport({ found }: { found: Unwritable }) {
  const t = useTranslations('exports.unwritable');
  const { count, cells, places } = found;
  return (
    <Stack gap="small">
      <Notice kind="warning" live>
        {t('text', { count, cells })}
      </Notice>
      {places.length < cells && <p>{t('first', { shown: places.length, cells })}</p>}
      <div className={styles['places']}>
        <DataTable<Place>
          name={t('table')}
          rows={places}
          rowKey={(place) => `${place.row} ${place.column}`}
          columns={[
            { key: 'row', title: t('row'), nowrap: true, cell: (place) => place.row },
            { key: 'column', title: t('column'), nowrap: true, cell: (place) => place.heading },
            { key: 'characters', title: t('characters'), nowrap: true, cell: (place) => place.characters.join(' ') },
            { key: 'cell', title: t('cell'), cell: (place) => place.text },
          ]}
        />
      </div>
    </Stack>
  );
}
