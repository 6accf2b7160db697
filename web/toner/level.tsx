import { useFormatter, useTranslations } from 'use-intl';
import styles from './level.module.css';
import type { Supply } from './requests.ts';

/** How much is left: the figure says it, the bar only helps. */
export function Level({ level, low, colour }: Pick<Supply, 'level' | 'low' | 'colour'>) {
  const t = useTranslations('toner');
  const format = useFormatter();
  if (level === null) return <span>{t('none')}</span>;
  const percent = format.number(level / 100, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <span className={styles['level']}>
      <span className={styles['track']} data-colour={colour} aria-hidden="true">
        <span className={styles['fill']} style={{ display: 'block', width: `${level}%` }} />
      </span>
      <span className={styles['figure']}>{percent}</span>
      {low && <span className={styles['low']}>{t('low')}</span>}
    </span>
  );
}

/** The colour beside its name; never by itself. */
export function Dot({ colour }: Pick<Supply, 'colour'>) {
  return <span className={styles['dot']} data-colour={colour} aria-hidden="true" />;
}
