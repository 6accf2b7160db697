import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { Stack } from '../ui/layout.tsx';
import { outline, type Operation, type Schema } from './document.ts';
import styles from './reference.module.css';

/** One operation: what it does, and opened what it takes, gives and refuses. */
export function OperationShown({ operation }: { operation: Operation }) {
  const [open, setOpen] = useState(false);
  const { method, path, summary } = operation;
  return (
    <details className={styles['operation']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <code className={styles['path']} translate="no">
          <strong>{method}</strong> {path}
        </code>
        <span className={styles['summary']} lang="en">
          {summary}
        </span>
      </summary>
      {open && <Details operation={operation} />}
    </details>
  );
}

function Details({ operation }: { operation: Operation }) {
  const t = useTranslations('api-reference');
  const { id, scope, parameters, body, status, answer, problems } = operation;
  return (
    <div className={styles['details']}>
      <Stack>
        <p>
          <code translate="no">{id}</code>
          {scope && (
            <>
              {' · '}
              {t('scope')}: <code translate="no">{scope === 'any' ? t('anyScope') : scope}</code>
            </>
          )}
        </p>
        {parameters.length > 0 && (
          <DataTable
            name={`${t('parameters')}: ${id}`}
            rows={parameters}
            rowKey={(row) => `${row.in} ${row.name}`}
            stack
            columns={[
              { key: 'name', title: t('name'), cell: (row) => <code translate="no">{row.name}</code> },
              {
                key: 'place',
                title: t('place'),
                cell: (row) => t(`places.${row.in}`) + (row.required ? ` (${t('required')})` : ''),
              },
              { key: 'type', title: t('type'), cell: (row) => <code translate="no">{outline(row.schema)}</code> },
            ]}
          />
        )}
        {body && <Outline title={t('body')} schema={body} />}
        {answer && <Outline title={t('answer', { status })} schema={answer} />}
        {problems.length > 0 && (
          <div>
            <h3>{t('problems')}</h3>
            <ul translate="no">
              {problems.map((problem) => (
                <li key={problem}>
                  <code>{problem}</code>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </div>
  );
}

function Outline({ title, schema }: { title: string; schema: Schema }) {
  return (
    <div>
      <h3>{title}</h3>
      {/* Long ones scroll sideways, also by the keyboard. */}
      <pre className={styles['outline']} tabIndex={0} role="region" aria-label={title} translate="no">
        {outline(schema)}
      </pre>
    </div>
  );
}
