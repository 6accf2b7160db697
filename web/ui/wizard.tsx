import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from './icon.tsx';
import { Hidden } from './layout.tsx';
import styles from './wizard.module.css';

export type WizardStep = { id: string; title: string };

type Props = { steps: readonly WizardStep[]; current: string; children: ReactNode; label: string };

/** The steps with the current one marked, above the step's own page. */
export function Wizard({ steps, current, label, children }: Props) {
  const t = useTranslations('ui.wizard');
  const at = steps.findIndex((step) => step.id === current);
  return (
    <div className={styles['wizard']}>
      <nav aria-label={label} data-print="no">
        <ol className={styles['steps']}>
          {steps.map((step, index) => (
            <li
              key={step.id}
              aria-current={index === at ? 'step' : undefined}
              data-state={index < at ? 'done' : index === at ? 'current' : 'ahead'}
            >
              <span className={styles['number']}>{index < at ? <Icon name="check" size="1.1rem" /> : index + 1}</span>
              <span className={styles['title']}>{step.title}</span>
              {index < at && <Hidden>{t('done')}</Hidden>}
            </li>
          ))}
        </ol>
        <p className={styles['position']} aria-hidden="true">
          {t('position', { number: at + 1, count: steps.length })} <strong>{steps[at]?.title}</strong>
        </p>
      </nav>
      {children}
    </div>
  );
}

/** Back at the left, next at the right; on a phone both stay at the foot of the screen, where the thumb is. */
export function WizardButtons({ back, next }: { back?: ReactNode; next?: ReactNode }) {
  return (
    <div className={styles['buttons']} data-print="no" data-sticks="bottom">
      <div>{back}</div>
      <div>{next}</div>
    </div>
  );
}

/** Whether the typed text is safe on the server; null where nothing is kept. */
export function SavedNote({ state }: { state: 'saved' | 'saving' | 'failed' | null }) {
  const t = useTranslations('ui.wizard');
  if (state === null) return null;
  return (
    <p className={styles['saved']} data-state={state} data-print="no" role="status">
      <Icon name={state === 'failed' ? 'error' : 'check'} size="1.1rem" />
      <span>{t(state === 'saved' ? 'saved' : state === 'saving' ? 'saving' : 'notSaved')}</span>
    </p>
  );
}
