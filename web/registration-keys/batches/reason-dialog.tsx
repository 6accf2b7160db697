import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { readReason, reasonCharactersMax } from '../../../domain/identifiers/reason.ts';
import { sheetFormats, type SheetFormat } from '../../../domain/registration-keys/batch.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';

type Props = {
  title: string;
  text: string;
  confirmLabel: string;
  danger?: boolean;
  /** Whether a file comes of it. */
  withFormat?: boolean;
  work: (wish: { reason: string; format: SheetFormat; attempt: string }) => Promise<void>;
  onClose: () => void;
};

/** Asks for the reason before something that cannot be undone. A second press is the same request. */
export function ReasonDialog({ title, text, confirmLabel, danger, withFormat, work, onClose }: Props) {
  const t = useTranslations('activation-keys');
  const problemText = useProblemText();
  const form = useForm<{ reason: string; format: SheetFormat }>({ reason: '', format: 'pdf' });
  const [attempt] = useState(() => crypto.randomUUID());
  const { busy, problem, run } = useAction();
  const { reason, format } = form.values;

  function confirm(): void {
    const read = readReason(reason);
    const faults = read.ok
      ? []
      : [
          {
            field: 'reason',
            label: t('fields.reason'),
            text: problemText(`identifiers/${read.code}`, read.params),
          } as const,
        ];
    if (form.show(faults) && read.ok) void run(() => work({ reason: read.value, format, attempt }));
    else document.getElementById(form.idOf('reason'))?.focus();
  }

  return (
    <ConfirmDialog
      open
      title={title}
      confirmLabel={confirmLabel}
      kind={danger ? 'danger' : 'primary'}
      busy={busy}
      focusConfirm={false}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <Stack>
        <p>{text}</p>
        <TextField
          id={form.idOf('reason')}
          label={t('fields.reason')}
          required
          support={t('batch.reasonSupport', { max: reasonCharactersMax })}
          fault={form.faultOf('reason')}
          value={reason}
          onChange={(value) => form.set('reason', value)}
          autoComplete="off"
          data-autofocus
        />
        {withFormat && (
          <RadioGroup
            id={form.idOf('format')}
            label={t('fields.format')}
            plain
            value={format}
            onChange={(value) => form.set('format', sheetFormats.find((one) => one === value) ?? 'pdf')}
            choices={sheetFormats.map((one) => ({ value: one, label: t(`formats.${one}`) }))}
          />
        )}
        <ErrorState problem={problem} withTitle={false} />
      </Stack>
    </ConfirmDialog>
  );
}
