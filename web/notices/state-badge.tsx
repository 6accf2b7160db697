import type { ReactNode } from 'react';
import styles from './state-badge.module.css';

type State = 'planned' | 'current' | 'past' | 'cancelled';

/** Where something with a from–to stands; the word says it, the colour only helps. */
export function StateBadge({ state, children }: { state: State; children: ReactNode }) {
  return (
    <span className={styles['badge']} data-state={state}>
      {children}
    </span>
  );
}
