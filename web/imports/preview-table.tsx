import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Import, ImportRow } from '../api/types.ts';
import { useProblemText } from '../texts/problem-text.ts';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { Icon } from '../ui/icon.tsx';
import type { ImportKind } from './import-flow.tsx';
import styles from './preview-table.module.css';

/** The file row by row; a fault stands at its cell with a mark and a sentence, not with a colour alone. */
export function PreviewTable({ name, preview, kind }: { name: string; preview: Import; kind: ImportKind }) {
  const t = useTranslations('imports.preview');
  const draw = kind.cell ?? ((_: string, text: string) => text);
  const columns = preview.columns.map((key) => ({
    key,
    title: kind.titleOf(key),
    nowrap: kind.narrow?.includes(key) ?? false,
    cell: (row: ImportRow) => <Cell row={row} column={key} draw={draw} />,
  }));
  // A result has rows of its own; a line of the file tells where to mend it.
  const line = { key: 'line', title: t('line'), nowrap: true, cell: (row: ImportRow) => row.line };
  return (
    <DataTable
      name={name}
      columns={[...(preview.state === 'done' ? [] : [line]), ...columns]}
      rows={preview.rows}
      rowKey={(row) => String(row.line)}
    />
  );
}

type CellProps = { row: ImportRow; column: string; draw: (column: string, text: string) => ReactNode };

function Cell({ row, column, draw }: CellProps) {
  const t = useTranslations('imports.preview');
  const problemText = useProblemText();
  const fault = row.faults[column];
  const text = row.cells[column] ?? '';
  if (!fault) return text === '' ? text : draw(column, text);
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
