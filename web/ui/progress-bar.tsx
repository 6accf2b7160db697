import { useId } from 'react';
import styles from './progress-bar.module.css';

type Props = {
  label: string;
  /** 0 to 1; null while nobody knows. */
  share: number | null;
  /** What the bar means in words, e.g. "120 of 400 rows". */
  text?: string;
};

/** How far something is. The browser's own element tells screen readers, too. */
export function ProgressBar({ label, share, text }: Props) {
  const id = useId();
  return (
    <div className={styles['progress']}>
      <label htmlFor={id}>{label}</label>
      {share === null ? <progress id={id} /> : <progress id={id} max={100} value={Math.round(share * 100)} />}
      {text && <span>{text}</span>}
    </div>
  );
}
