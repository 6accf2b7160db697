import { useTranslations } from 'use-intl';
import { useInstant } from '../../context/dates.ts';
import { usePeriodWords } from '../use-period-words.ts';
import styles from './table.module.css';

type Props = {
  asOf: string;
  timeZone: string;
  /** Something is "-", or covers what is. */
  gaps: boolean;
  /** Some of the models do not count everything that is shown. */
  models?: boolean;
  /** The first day of which sizes of paper are kept, where earlier days are shown. */
  paperFrom?: string | null;
};

/** What the figures are, and of which moment; each remark only where it applies (C-14). */
export function Remarks({ asOf, timeZone, gaps, models = false, paperFrom = null }: Props) {
  const t = useTranslations('counters');
  const instant = useInstant();
  const { long } = usePeriodWords();
  return (
    <section aria-labelledby="counter-remarks">
      <h2 id="counter-remarks" className={styles['title']}>
        {t('remarks.title')}
      </h2>
      <ul className={styles['remarks']}>
        <li>
          {t('answer.asOf', { time: instant(asOf) })} {t('answer.zone', { zone: timeZone })}
        </li>
        <li>{t('remarks.use')}</li>
        {gaps && <li>{t('remarks.gaps')}</li>}
        {models && <li>{t('remarks.models')}</li>}
        {paperFrom !== null && <li>{t('remarks.paperDays', { first: long(paperFrom) })}</li>}
      </ul>
    </section>
  );
}
