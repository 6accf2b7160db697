import { useTranslations } from 'use-intl';
import { Button } from '../button.tsx';
import { Row } from '../layout.tsx';
import styles from './pager.module.css';
import { pageSizes, sizeOf, type ListState } from './list-state.ts';

export type Totals = { total: number; totalCapped: boolean; page: number; pageSize: number; found: number };

/** "62件中1から10まで表示", read aloud when it changes. */
export function ShownNote({ totals }: { totals: Totals }) {
  const t = useTranslations('ui.table');
  const from = (totals.page - 1) * totals.pageSize + 1;
  const range = { from, to: from + totals.found - 1 };
  const text =
    totals.found === 0
      ? t('zero')
      : totals.totalCapped
        ? t('shownCapped', range)
        : t('shown', { ...range, total: totals.total });
  return (
    <p className={styles['shown']} role="status">
      {text}
    </p>
  );
}

type Props = { totals: Totals; state: ListState; onChange: (state: ListState) => void };

export function Pager({ totals, state, onChange }: Props) {
  const t = useTranslations('ui.table');
  const pages = Math.max(1, Math.ceil(totals.total / totals.pageSize));
  const go = (page: number) => onChange({ ...state, page });
  return (
    <div className={styles['pager']} data-print="no">
      <label className={styles['pageSize']}>
        {t('pageSize')}
        <select
          value={state.pageSize}
          onChange={(event) =>
            onChange({ ...state, page: 1, pageSize: sizeOf(Number(event.currentTarget.value)) ?? state.pageSize })
          }
        >
          {pageSizes.map((size) => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
        </select>
      </label>
      {pages > 1 && (
        <nav aria-label={t('pages')}>
          <Row gap="small">
            <Button
              kind="secondary"
              compact
              icon="first"
              aria-label={t('first')}
              disabled={state.page <= 1}
              onClick={() => go(1)}
            />
            <Button kind="secondary" compact icon="left" disabled={state.page <= 1} onClick={() => go(state.page - 1)}>
              {t('previous')}
            </Button>
            <span aria-current="page">{t('page', { page: state.page, pages })}</span>
            <Button
              kind="secondary"
              compact
              iconAfter="right"
              disabled={state.page >= pages}
              onClick={() => go(state.page + 1)}
            >
              {t('following')}
            </Button>
            <Button
              kind="secondary"
              compact
              icon="last"
              aria-label={t('last')}
              disabled={state.page >= pages}
              onClick={() => go(pages)}
            />
          </Row>
        </nav>
      )}
    </div>
  );
}
