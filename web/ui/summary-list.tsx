import type { ReactNode } from 'react';
import styles from './summary-list.module.css';

export type SummaryEntry = { name: string; value: ReactNode };

/** Name and value pairs, for pages that show again what was typed. */
export function SummaryList({ entries }: { entries: readonly SummaryEntry[] }) {
  return (
    <dl className={styles['list']}>
      {entries.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
