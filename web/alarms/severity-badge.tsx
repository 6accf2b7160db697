import { useTranslations } from 'use-intl';
import type { Alarm } from './requests.ts';
import styles from './severity-badge.module.css';

/** How bad it is; the word says it, the colour only helps. */
export function SeverityBadge({ severity }: Pick<Alarm, 'severity'>) {
  const t = useTranslations('alarms.severities');
  return (
    <span className={styles['badge']} data-severity={severity}>
      {t(severity)}
    </span>
  );
}
