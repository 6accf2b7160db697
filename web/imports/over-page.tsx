import { useTranslations } from 'use-intl';
import { Page } from '../context/page.tsx';
import { useProblemText } from '../texts/problem-text.ts';
import { Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { Another } from './another.tsx';
import { FileLinks } from './file-links.tsx';
import { Rows, type Shared } from './rows.tsx';

/** An import that stored nothing: why, and what to do. */
export function OverPage(props: Shared) {
  const { kind, organization, shown } = props;
  const t = useTranslations('imports.over');
  const table = useTranslations('imports.preview');
  const problemText = useProblemText();
  const another = <Another kind={kind} organization={organization} />;
  if (shown.state === 'cancelled')
    return (
      <Page title={t('cancelled.title')} part={kind.title} width="reading">
        <p>{t('cancelled.text', { file: shown.fileName })}</p>
        <div>{another}</div>
      </Page>
    );
  if (shown.state === 'failed')
    return (
      <Page title={t('failed.title')} part={kind.title} width="reading">
        <Notice kind="error" live>
          <Stack gap="small">
            <p>{shown.fault && problemText(shown.fault)}</p>
            <p>
              {t('failed.number')}: <code translate="no">{shown.id}</code>
            </p>
          </Stack>
        </Notice>
        <div>{another}</div>
      </Page>
    );
  return (
    <Page title={t('refused.title')} part={kind.title}>
      <Notice kind="error" live>
        <Stack gap="small">
          <p>{t('refused.text', { faults: shown.faultCount })}</p>
          {shown.hasResult && <FileLinks organization={organization} id={shown.id} />}
        </Stack>
      </Notice>
      {shown.shownCount > 0 && <Rows {...props} name={table('table')} />}
      <div>{another}</div>
    </Page>
  );
}
