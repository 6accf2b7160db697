import type { CSSProperties, ReactNode } from 'react';
import styles from './layout.module.css';

type Gap = 'small' | 'medium' | 'large';

export function Stack({ gap = 'medium', children }: { gap?: Gap; children: ReactNode }) {
  return (
    <div className={styles['stack']} data-gap={gap}>
      {children}
    </div>
  );
}

/** Things side by side that wrap on a narrow screen; `end` puts them at the far side. */
export function Row({
  gap = 'small',
  justify,
  children,
  print = true,
}: {
  gap?: Gap;
  justify?: 'between' | 'end' | 'center';
  children: ReactNode;
  print?: boolean;
}) {
  return (
    <div className={styles['row']} data-gap={gap} data-justify={justify} data-print={print ? undefined : 'no'}>
      {children}
    </div>
  );
}

type CardProps = { children: ReactNode; labelledBy?: string; style?: CSSProperties };

export function Card({ children, labelledBy, style }: CardProps) {
  return labelledBy ? (
    <section className={styles['card']} aria-labelledby={labelledBy} style={style}>
      {children}
    </section>
  ) : (
    <div className={styles['card']} style={style}>
      {children}
    </div>
  );
}

/** A word or two under what they are about, also inside of a table that breaks no lines. */
export function Small({ children }: { children: ReactNode }) {
  return <div className={styles['small']}>{children}</div>;
}

/** Seen by screen readers only. */
export function Hidden({ children, live }: { children: ReactNode; live?: 'polite' | 'assertive' }) {
  return (
    <span className={styles['hidden']} aria-live={live}>
      {children}
    </span>
  );
}
