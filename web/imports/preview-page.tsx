import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import type { Import } from '../api/types.ts';
import { ButtonTo } from '../context/links.tsx';
import { useListState } from '../context/list.ts';
import { Page } from '../context/page.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Pager, ShownNote } from '../ui/data-table/pager.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { WizardButtons } from '../ui/wizard.tsx';
import { DonePage } from './done-page.tsx';
import type { ImportKind } from './import-flow.tsx';
import { PreviewTable } from './preview-table.tsx';
import { confirmImport, importQuery } from './requests.ts';
import { useAction } from '../ui/use-action.ts';

type Props = {
  kind: ImportKind;
  organization: string;
  id: string;
  frame: (step: string, page: ReactNode) => ReactNode;
};

export function PreviewPage({ kind, organization, id, frame }: Props) {
  const t = useTranslations('imports');
  const [state, setState] = useListState([]);
  const { data, error, refetch } = useQuery({
    ...importQuery(organization, id, state),
    placeholderData: keepPreviousData,
  });
  if (error instanceof ApiProblem && error.status === 404) {
    return frame(
      'file',
      <Page title={t('gone.title')} width="reading">
        <p>{t('gone.text')}</p>
        <Another kind={kind} organization={organization} />
      </Page>,
    );
  }
  if (error)
    return frame(
      'preview',
      <Page title={kind.title}>
        <ErrorState problem={error} onRetry={() => void refetch()} />
      </Page>,
    );
  if (!data) return <Loading />;
  if (data.state === 'done') return frame('done', <DonePage kind={kind} organization={organization} result={data} />);
  const totals = {
    total: data.rowCount,
    totalCapped: false,
    page: data.page,
    pageSize: data.pageSize,
    found: data.rows.length,
  };
  return frame(
    'preview',
    <Page title={t('preview.title')} part={kind.title}>
      <FileSummary preview={data} />
      <Outcome preview={data} titleOf={kind.titleOf} />
      <ShownNote totals={totals} />
      <PreviewTable preview={data} titleOf={kind.titleOf} />
      <Pager totals={totals} state={state} onChange={setState} />
      <Buttons kind={kind} organization={organization} preview={data} />
    </Page>,
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

function encodingName(encoding: string): string {
  return /jis/i.test(encoding) ? 'Shift_JIS' : 'UTF-8';
}

function Outcome({ preview, titleOf }: { preview: Import; titleOf: (column: string) => string }) {
  const t = useTranslations('imports.preview');
  return (
    <>
      {preview.faultCount === 0 ? (
        <Notice kind="success" live>
          {t('clean', { rows: preview.rowCount })}
        </Notice>
      ) : (
        <Notice kind="error" title={t('faulty', { faults: preview.faultCount })} live>
          {t('faultyText', { mark: t('mark') })}
        </Notice>
      )}
      {preview.unknownColumns.length > 0 && (
        <Notice kind="warning">{t('unknown', { columns: preview.unknownColumns.map(titleOf).join(', ') })}</Notice>
      )}
    </>
  );
}

function Another({ kind, organization }: { kind: ImportKind; organization: string }) {
  const t = useTranslations('imports.preview');
  return (
    <ButtonTo kind="secondary" to={kind.path} params={{ organization }}>
      {t('another')}
    </ButtonTo>
  );
}

function Buttons({ kind, organization, preview }: { kind: ImportKind; organization: string; preview: Import }) {
  const t = useTranslations('imports.preview');
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { busy, problem, run } = useAction();

  async function confirm(): Promise<void> {
    try {
      await confirmImport(organization, preview.id, preview.hash);
    } finally {
      // Either it is done, or what stands against it shows up at its cell.
      await client.invalidateQueries({ queryKey: ['import', organization, preview.id] });
      setAsking(false);
    }
  }

  return (
    <>
      <ErrorState problem={problem} />
      <WizardButtons
        back={<Another kind={kind} organization={organization} />}
        next={preview.faultCount === 0 && <Button onClick={() => setAsking(true)}>{t('confirm')}</Button>}
      />
      <ConfirmDialog
        open={asking}
        title={t('confirmTitle', { rows: preview.rowCount })}
        confirmLabel={t('confirm')}
        busy={busy}
        onConfirm={() => void run(confirm)}
        onCancel={() => setAsking(false)}
      >
        <p>{t('confirmText')}</p>
      </ConfirmDialog>
    </>
  );
}
