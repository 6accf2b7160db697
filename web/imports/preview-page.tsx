import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Import } from '../api/types.ts';
import { useInstant } from '../context/dates.ts';
import { Page } from '../context/page.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { CheckboxField } from '../ui/form/checkbox-field.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState } from '../ui/states.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { useAction } from '../ui/use-action.ts';
import { WizardButtons } from '../ui/wizard.tsx';
import { Another } from './another.tsx';
import { CancelButton } from './cancel-button.tsx';
import { FileLinks } from './file-links.tsx';
import { confirmImport } from './requests.ts';
import { Rows, type Shared } from './rows.tsx';

/** What the file would store, row by row; nothing is stored before it is confirmed. */
export function PreviewPage(props: Shared) {
  const { kind, organization, shown, state, onChange } = props;
  const t = useTranslations('imports.preview');
  const only = state.search['only'] === 'faults';
  return (
    <Page title={t('title')} part={kind.title}>
      <FileSummary preview={shown} />
      <Outcome {...props} />
      {shown.faultCount > 0 && (
        <CheckboxField
          id="only-faults"
          label={t('onlyFaults')}
          checked={only}
          onChange={(checked) => onChange({ ...state, page: 1, search: checked ? { only: 'faults' } : {} })}
        />
      )}
      <Rows {...props} name={t('table')} />
      <Buttons kind={kind} organization={organization} shown={shown} />
    </Page>
  );
}

function FileSummary({ preview }: { preview: Import }) {
  const t = useTranslations('imports.preview');
  return (
    <SummaryList
      entries={[
        { name: t('file'), value: preview.fileName },
        { name: t('encoding'), value: encodingName(preview.encoding) },
        { name: t('rows'), value: preview.rowCount.toLocaleString() },
      ]}
    />
  );
}

const encodingNames: Record<string, string> = { shift_jis: 'CSV (Shift_JIS)', 'utf-8': 'CSV (UTF-8)', xlsx: 'Excel' };

function encodingName(encoding: string): string {
  return encodingNames[encoding] ?? encoding;
}

function Outcome({ kind, organization, shown }: Shared) {
  const t = useTranslations('imports.preview');
  return (
    <>
      {shown.faultCount === 0 ? (
        <Notice kind="success" live>
          {kind.words?.clean(shown) ?? t('clean', { rows: shown.rowCount })}
        </Notice>
      ) : (
        <Notice kind="error" title={t('faulty', { faults: shown.faultCount })} live>
          <Stack gap="small">
            <p>{t('faultyText', { mark: t('mark') })}</p>
            <p>{t('faultFile')}</p>
            <FileLinks organization={organization} id={shown.id} />
          </Stack>
        </Notice>
      )}
      {shown.unknownColumns.length > 0 && (
        <Notice kind="warning">{t('unknown', { columns: shown.unknownColumns.join(', ') })}</Notice>
      )}
    </>
  );
}

function Buttons({ kind, organization, shown }: Pick<Shared, 'kind' | 'organization' | 'shown'>) {
  const t = useTranslations('imports.preview');
  const client = useQueryClient();
  const instant = useInstant();
  const [asking, setAsking] = useState(false);
  const { busy, problem, run } = useAction();
  const confirm = kind.words?.confirm ?? t('confirm');

  async function store(): Promise<void> {
    try {
      await confirmImport(organization, shown.id, shown.hash);
    } finally {
      // Either a job has it now, or what stands against it shows up.
      await client.invalidateQueries({ queryKey: ['import', organization, shown.id] });
      setAsking(false);
    }
  }

  return (
    <>
      {shown.keptUntil && <p>{t('keptUntil', { until: instant(shown.keptUntil) })}</p>}
      <ErrorState problem={problem} />
      <WizardButtons
        back={
          <Row>
            <Another kind={kind} organization={organization} />
            <CancelButton organization={organization} id={shown.id} words="preview" />
          </Row>
        }
        next={shown.faultCount === 0 && <Button onClick={() => setAsking(true)}>{confirm}</Button>}
      />
      <ConfirmDialog
        open={asking}
        title={kind.words?.confirmTitle(shown) ?? t('confirmTitle', { rows: shown.rowCount })}
        confirmLabel={confirm}
        busy={busy}
        onConfirm={() => void run(store)}
        onCancel={() => setAsking(false)}
      >
        <p>{kind.words?.confirmText ?? t('confirmText')}</p>
      </ConfirmDialog>
    </>
  );
}
