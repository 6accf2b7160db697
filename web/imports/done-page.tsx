import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page } from '../context/page.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { FileLinks } from './file-links.tsx';
import { Rows, type Shared } from './rows.tsx';

/** What became of the file; for kinds with a result, row by row and as a file. */
export function DonePage(props: Shared) {
  const { kind, organization, shown, state } = props;
  const t = useTranslations('imports.done');
  const instant = useInstant();
  const file = shown.fileName;
  const outcome = shown.storedCount > 0 ? t('text', { stored: shown.storedCount, file }) : t('nothingNew', { file });
  const withRows = shown.hasResult && shown.shownCount > 0;
  return (
    <Page title={kind.words?.doneTitle ?? t('title')} part={kind.title} width={withRows ? 'wide' : 'reading'}>
      {state.search['again'] === 'yes' && shown.doneAt && (
        <Notice kind="info" live>
          {t('repeated', { date: instant(shown.doneAt) })}
        </Notice>
      )}
      <Notice kind="success" live>
        {kind.words?.done(shown) ?? outcome}
      </Notice>
      {withRows && (
        <Stack gap="small">
          <FileLinks organization={organization} id={shown.id} />
          {shown.keptUntil && <p>{t('keptUntil', { until: instant(shown.keptUntil) })}</p>}
        </Stack>
      )}
      {withRows && <Rows {...props} name={t('table')} />}
      <Row>
        <ButtonTo to={kind.list.path} params={{ organization }}>
          {kind.list.label}
        </ButtonTo>
        <ButtonTo kind="secondary" to={kind.path} params={{ organization }}>
          {t('another')}
        </ButtonTo>
      </Row>
    </Page>
  );
}
