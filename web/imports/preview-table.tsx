import { useTranslations } from 'use-intl';
import type { Import, ImportRow } from '../api/types.ts';
import { useProblemText } from '../texts/problem-text.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './preview-table.module.css';

/** The file row by row; a fault stands at its cell with a mark and a sentence, not with a colour alone. */
export function PreviewTable({ preview, titleOf }: { preview: Import; titleOf: (column: string) => string }) {
  const t = useTranslations('imports.preview');
  const columns = preview.columns.map((key) => ({
    key,
    title: titleOf(key),
    cell: (row: ImportRow) => <Cell row={row} column={key} />,
  }));
  return (
    <DataTable
      name={t('table')}
      columns={[{ key: 'line', title: t('line'), nowrap: true, cell: (row) => row.line }, ...columns]}
      rows={preview.rows}
      rowKey={(row) => String(row.line)}
    />
  );
}

function Cell({ row, column }: { row: ImportRow; column: string }) {
  const t = useTranslations('imports.preview');
  const problemText = useProblemText();
  const fault = row.faults[column];
  const text = row.cells[column] ?? '';
  if (!fault) return text;
  return (
    <div className={styles['fault']}>
      <span>{text}</span>
      <span className={styles['text']}>
        <Icon name="error" size="1.125rem" />
        <span>
          <strong>{t('mark')}</strong> {problemText(fault.code, fault.params)}
        </span>
      </span>
    </div>
  );
}
