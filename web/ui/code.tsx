import styles from './code.module.css';

/** A key, an ID or another code: digits of one width, never broken in the middle of a group. */
export function Code({ children, large = false }: { children: string; large?: boolean }) {
  return (
    <code className={styles['code']} data-large={large ? '' : undefined} translate="no">
      {children}
    </code>
  );
}
