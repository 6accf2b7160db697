import type { FormEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../button.tsx';
import { Row, Stack } from '../layout.tsx';
import styles from './search-form.module.css';

type Props = {
  label: string;
  hint: string;
  /** What the button says, where it is not "search". */
  submitLabel?: string;
  /** Above the fields, over the whole width. */
  before?: ReactNode;
  children: ReactNode;
  summary: ReactNode;
  onSubmit: (event: FormEvent) => void;
  onClear: () => void;
};

/** The conditions of a list, above it. */
export function SearchForm({ label, hint, submitLabel, before, children, summary, onSubmit, onClear }: Props) {
  const t = useTranslations('ui.table');
  return (
    <form className={styles['form']} role="search" aria-label={label} onSubmit={onSubmit} noValidate data-print="no">
      <Stack gap="small">
        {summary}
        {before}
        <p className={styles['hint']}>{hint}</p>
        <div className={styles['fields']}>{children}</div>
        <Row>
          <Button type="submit" kind="secondary" compact icon="search">
            {submitLabel ?? t('search')}
          </Button>
          <Button kind="quiet" compact onClick={onClear}>
            {t('clear')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
