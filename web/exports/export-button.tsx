import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../texts/texts.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { RadioGroup } from '../ui/form/radio-group.tsx';
import { Hidden, Stack } from '../ui/layout.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import type { Unwritable } from '../api/types.ts';
import {
  checkSession,
  fileAddress,
  startDownload,
  fileKinds,
  findUnwritable,
  type ExportWish,
  type FileKind,
} from './requests.ts';
import { UnwritableReport } from './unwritable-report.tsx';

type Props = ExportWish & {
  /** What the button says, where it is not "download". */
  label?: string;
  /** Looks at the conditions first; the dialog opens when they make sense. */
  before?: () => Promise<boolean>;
};

/** Everything that matches as a file (P-22). What Shift_JIS cannot hold is told before anything is downloaded. */
export function ExportButton({ label, before, ...wish }: Props) {
  const t = useTranslations('exports');
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState<FileKind>('csv');
  const [unwritable, setUnwritable] = useState<Unwritable | null>(null);
  const [started, setStarted] = useState('');
  const { busy, problem, run } = useAction();

  async function begin(): Promise<void> {
    if (before && !(await before())) return;
    setFile('csv');
    setUnwritable(null);
    setStarted('');
    setOpen(true);
  }
  async function submit(): Promise<void> {
    if (file === 'shift_jis' && !unwritable) {
      const found = await findUnwritable(wish, language);
      if (found.count > 0) {
        setUnwritable(found);
        setFile('csv');
        return;
      }
    } else await checkSession();
    startDownload(fileAddress(wish, file, language));
    setOpen(false);
    setStarted(t('started', { file: nameOf(file) }));
  }
  const nameOf = (kind: FileKind): string =>
    kind === 'shift_jis' ? t(unwritable ? 'formats.replace' : 'formats.shiftJis') : t(`formats.${kind}`);
  const hintOf = (kind: FileKind): string =>
    kind === 'shift_jis' ? t(unwritable ? 'formats.replaceHint' : 'formats.shiftJisHint') : t(`formats.${kind}Hint`);

  return (
    <>
      <Button kind="secondary" compact icon="download" onClick={() => void begin()} data-print="no">
        {label ?? t('open')}
      </Button>
      <Hidden live="polite">{started}</Hidden>
      <ConfirmDialog
        open={open}
        title={t(unwritable ? 'unwritable.title' : 'title')}
        confirmLabel={t('submit')}
        busy={busy}
        onConfirm={() => void run(submit)}
        onCancel={() => setOpen(false)}
      >
        <Stack>
          {unwritable ? <UnwritableReport found={unwritable} /> : <p>{t('scope')}</p>}
          <RadioGroup
            plain
            id="export-file"
            label={t(unwritable ? 'unwritable.choose' : 'format')}
            value={file}
            onChange={(next) => setFile(fileKinds.find((one) => one === next) ?? 'csv')}
            choices={fileKinds.map((kind) => ({ value: kind, label: nameOf(kind), hint: hintOf(kind) }))}
          />
          {busy && file === 'shift_jis' && <p role="status">{t('checking')}</p>}
          <ErrorState problem={problem} />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
