import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './notice.module.css';

export type NoticeKind = 'info' | 'success' | 'warning' | 'error';

type Props = { kind?: NoticeKind; title?: ReactNode; children?: ReactNode; live?: boolean; print?: boolean };

const icons = { info: 'info', success: 'success', warning: 'error', error: 'error' } as const;

/** A message that stands out of the text; `live` when it appears as the answer to something the person did. */
export function Notice({ kind = 'info', title, children, live = false, print = true }: Props) {
  const role = live ? (kind === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div className={styles['notice']} data-kind={kind} role={role} data-print={print ? undefined : 'no'}>
      <Icon name={icons[kind]} size="1.5rem" />
      <div className={styles['body']}>
        {title && <p className={styles['title']}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
