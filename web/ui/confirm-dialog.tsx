import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button, type ButtonKind } from './button.tsx';
import styles from './confirm-dialog.module.css';

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
    <Modal.Root
      opened={open}
      onClose={onCancel}
      centered
      size="34rem"
      transitionProps={{ duration: 0 }}
      classNames={styles}
    >
      <Modal.Overlay />
      <Modal.Content radius="lg">
        <Modal.Title>{title}</Modal.Title>
        <div>{children}</div>
        <div className={styles['buttons']}>
          <Button kind="quiet" onClick={onCancel}>
            {cancelLabel ?? t('cancel')}
          </Button>
          <Button kind={kind} busy={busy} onClick={onConfirm} data-autofocus={focusConfirm || undefined}>
            {confirmLabel}
          </Button>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
