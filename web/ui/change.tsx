import type { ReactNode } from 'react';
import styles from './change.module.css';

type Side = { label: string; value: ReactNode };

/** What a field held so far, and what it will hold. */
export function Change({ before, after }: { before: Side; after: Side }) {
  return (
    <div className={styles['change']}>
      <div>
        <span className={styles['when']}>{before.label}</span> {before.value}
      </div>
      <div className={styles['after']}>
        <span className={styles['when']}>{after.label}</span> {after.value}
      </div>
    </div>
  );
}
