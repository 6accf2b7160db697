import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type BadgeTone = 'quiet' | 'success' | 'brand' | 'warning' | 'error' | 'void';

/** A word that stands out; the word says it, the colour only helps. */
export function Badge({ tone, children }: { tone: BadgeTone; children: ReactNode }) {
  return (
    <span className={styles['badge']} data-tone={tone}>
      {children}
    </span>
  );
}
