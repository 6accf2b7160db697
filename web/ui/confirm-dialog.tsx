import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button, type ButtonKind } from './button.tsx';
import { Dialog } from './dialog.tsx';

type Props = {
  open: boolean;
  title: string;
  children: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  kind?: ButtonKind;
  busy?: boolean;
  /** Where the focus begins: on "yes", unless something has to be filled in first and bears `data-autofocus` itself. */
  focusConfirm?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Asks before something is stored or replaced. Escape and a press outside mean "no"; focus goes back to where it was. */
export function ConfirmDialog({
  open,
  title,
  children,
  confirmLabel,
  cancelLabel,
  kind = 'primary',
  busy = false,
  focusConfirm = true,
  onConfirm,
  onCancel,
}: Props) {
  const t = useTranslations('ui');
  return (
    <Dialog
      open={open}
      title={title}
      closeLabel={cancelLabel ?? t('cancel')}
      onClose={onCancel}
      action={
        <Button kind={kind} busy={busy} onClick={onConfirm} data-autofocus={focusConfirm || undefined}>
          {confirmLabel}
        </Button>
      }
    >
      {children}
    </Dialog>
  );
}
