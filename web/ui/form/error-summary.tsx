import { useEffect, useRef, type MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '../icon.tsx';
import styles from './error-summary.module.css';
import type { Fault } from './use-form.ts';

type Props<F extends string> = { faults: readonly Fault<F>[]; shownTimes: number; idOf: (field: F) => string };

/** Takes the focus each time faults are shown, and links to the fields. */
export function ErrorSummary<F extends string>({ faults, shownTimes, idOf }: Props<F>) {
  const t = useTranslations('ui.errorSummary');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shownTimes > 0) box.current?.focus();
  }, [shownTimes]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} className={styles['summary']} tabIndex={-1} role="group" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">
        <Icon name="error" /> {t('title', { count: faults.length })}
      </h2>
      <p>{t('hint')}</p>
      <ul>
        {faults.map(({ field, label, text }) => (
          <li key={`${field} ${text}`}>
            <a href={`#${idOf(field)}`} onClick={(event) => goTo(event, idOf(field))}>
              {t('entry', { label, text })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(event: MouseEvent, id: string): void {
  event.preventDefault(); // the address bar belongs to the router
  const place = document.getElementById(id);
  const control = place?.matches('input, select, textarea, button')
    ? place
    : place?.querySelector<HTMLElement>('input, select, textarea, button');
  control?.focus();
  (place ?? control)?.scrollIntoView({ block: 'center' });
}
