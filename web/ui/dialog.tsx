import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

type Props = {
  open: boolean;
  title: string;
  children: ReactNode;
  /** What the quiet button says, with which it is left without an act. */
  closeLabel: string;
  /** Beside that button. */
  action?: ReactNode;
  onClose: () => void;
};

/** Over the page until it is left. Escape and a press outside leave it, too; focus goes back to where it was. */
export function Dialog({ open, title, children, closeLabel, action, onClose }: Props) {
  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
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
          <Button kind="quiet" onClick={onClose}>
            {closeLabel}
          </Button>
          {action}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
