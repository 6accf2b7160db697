import { useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { Stack } from './layout.tsx';
import { Notice } from './notice.tsx';
import styles from './states.module.css';

const patienceMs = 300;

/** Says "loading" only when it takes long enough to wonder. */
export function Loading() {
  const t = useTranslations('ui');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className={styles['loading']} role="status">
      {shown && (
        <>
          <span className={styles['spinner']} aria-hidden="true" /> {t('loading')}
        </>
      )}
    </p>
  );
}

type ErrorProps = {
  /** Null draws nothing. */
  problem: unknown;
  onRetry?: (() => void) | undefined;
  help?: ReactNode;
  /** False where the page's own heading says it. */
  withTitle?: boolean;
};

/** What went wrong, why, who can help, and the way to try again. */
export function ErrorState({ problem, onRetry, help, withTitle = true }: ErrorProps) {
  const t = useTranslations('ui.state');
  const { title, text, serious } = useProblemWords(problem);
  if (problem === null) return null;
  const requestId = problem instanceof ApiProblem ? problem.requestId : null;
  return (
    <Notice kind="error" title={withTitle && title} live>
      <Stack gap="small">
        <p>{text}</p>
        {requestId && (
          <p className={styles['request']}>
            {t('requestId')}: <code translate="no">{requestId}</code>
          </p>
        )}
        {serious && <p>{t('whoHelps')}</p>}
        {help}
        {onRetry && (
          <div>
            <Button kind="secondary" icon="refresh" onClick={onRetry}>
              {t('retry')}
            </Button>
          </div>
        )}
      </Stack>
    </Notice>
  );
}

export function useProblemWords(problem: unknown): { title: string; text: string; serious: boolean } {
  const t = useTranslations('ui.state');
  if (!(problem instanceof ApiProblem)) return { title: t('errorTitle'), text: t('unexpectedText'), serious: true };
  const seconds = problem.retryAfterSeconds;
  switch (problem.status) {
    case 0:
      return { title: t('offlineTitle'), text: t('offlineText'), serious: false };
    case 429:
      return {
        title: t('tooManyTitle'),
        text: seconds ? t('tooManyText', { seconds }) : problem.message || t('tooManySoon'),
        serious: false,
      };
    case 503: {
      const back = seconds ? t('retryAfter', { minutes: Math.ceil(seconds / 60) }) : '';
      return { title: t('unavailableTitle'), text: `${t('unavailableText')} ${back}`.trim(), serious: false };
    }
    default:
      return { title: t('errorTitle'), text: problem.message || t('unexpectedText'), serious: problem.status >= 500 };
  }
}

export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles['empty']}>
      <Icon name="list" size="2rem" />
      <p className={styles['emptyTitle']}>{title}</p>
      {children && <div>{children}</div>}
      {action}
    </div>
  );
}
