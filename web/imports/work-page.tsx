import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { Page } from '../context/page.tsx';
import { Row } from '../ui/layout.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { ErrorState } from '../ui/states.tsx';
import { CancelButton } from './cancel-button.tsx';
import type { Shared } from './rows.tsx';

/** How far the job is. The page may be left; when the server is away for a while, it waits and says so. */
export function WorkPage({ kind, organization, shown, interrupted }: Shared & { interrupted: unknown }) {
  const t = useTranslations('imports.work');
  const list = useTranslations('imports.file');
  const waiting = shown.state === 'waiting';
  const share = waiting || shown.rowsDone === 0 ? null : shown.rowsDone / Math.max(1, shown.rowCount);
  return (
    <Page title={t('title')} part={kind.title} width="reading">
      <p role="status">{waiting ? t('waiting') : t('running')}</p>
      <ProgressBar
        label={t('label')}
        share={share}
        text={t('progress', { done: shown.rowsDone, rows: shown.rowCount })}
      />
      <p>{t('leave')}</p>
      <ErrorState problem={interrupted ?? null} />
      <Row>
        <ButtonTo kind="secondary" to="/o/$organization/imports" params={{ organization }}>
          {list('list')}
        </ButtonTo>
        {waiting && <CancelButton organization={organization} id={shown.id} words="work" />}
      </Row>
    </Page>
  );
}
