import styles from './chart.module.css';
import type { Series } from './frame.tsx';

/** What each look in a chart stands for; `fills` names the pattern of a series that is drawn as an area. */
export function Legend({ series, fills }: { series: readonly Series[]; fills?: (at: number) => string }) {
  return (
    <ul className={styles['legend']}>
      {series.map((one, at) => (
        <li key={one.key} data-colour={one.colour}>
          <svg viewBox="0 0 28 16" width="28" height="16" aria-hidden="true">
            {fills ? (
              <rect x="1" y="1" width="26" height="14" fill={fills(at)} />
            ) : (
              <line x1="1" x2="27" y1="8" y2="8" />
            )}
          </svg>
          {one.label}
        </li>
      ))}
    </ul>
  );
}
