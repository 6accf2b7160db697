import { useFormatter, useTranslations } from 'use-intl';
import type { Mark } from '../../../domain/counters/marks.ts';
import { Hidden } from '../../ui/layout.tsx';
import { usePeriodWords } from '../use-period-words.ts';
import styles from './figure.module.css';

/** What came for another month, which was closed by then. */
export type Adjusted = { ofMonth: string; value: number | null };

type Props = { value: number | null; marks?: readonly Mark[]; adjustments?: readonly Adjusted[] };

/** A figure of a table with what is said of it in words; "-" where there is no value, which is not 0. */
export function Figure({ value, marks = [], adjustments = [] }: Props) {
  const t = useTranslations('counters');
  const format = useFormatter();
  const { short } = usePeriodWords();
  const signed = (one: number) => format.number(one, { signDisplay: 'exceptZero' });
  return (
    <>
      {value === null ? <None /> : format.number(value)}
      {marks.map((mark) => (
        <span key={mark} className={styles['mark']}>
          {t(`marks.${mark}`)}
        </span>
      ))}
      {adjustments.map(
        ({ ofMonth, value: late }) =>
          late !== null && (
            <span key={ofMonth} className={styles['mark']}>
              {t('marks.adjustment', { month: short(ofMonth), value: signed(late) })}
            </span>
          ),
      )}
    </>
  );
}

/** A first value counts in sums, with its mark (C-08). */
export function firstOf(isIn: boolean): readonly Mark[] {
  return isIn ? ['first'] : [];
}

/** A screen reader says nothing of a hyphen. */
export function None() {
  const t = useTranslations('counters.answer');
  return (
    <>
      <span aria-hidden="true">{t('none')}</span>
      <Hidden>{t('noneRead')}</Hidden>
    </>
  );
}
