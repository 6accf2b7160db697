import { useTranslations } from 'use-intl';
import { marks } from '../../../domain/counters/marks.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import styles from './table.module.css';

export const saidMarks = [...marks, 'adjustment'] as const;
export type SaidMark = (typeof saidMarks)[number];

/** What the marks in a table mean, of those that are in it. */
export function MarksLegend({ shown }: { shown: ReadonlySet<SaidMark> }) {
  const t = useTranslations('counters');
  const entries = saidMarks
    .filter((mark) => shown.has(mark))
    .map((mark) => ({
      name: t(mark === 'adjustment' ? 'marks.adjustmentOf' : `marks.${mark}`),
      value: t(`markTexts.${mark}`),
    }));
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="marks-explained">
      <h2 id="marks-explained" className={styles['title']}>
        {t('answer.explained')}
      </h2>
      <SummaryList entries={entries} />
    </section>
  );
}
