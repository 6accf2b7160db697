import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Drawer.layer.css';
import { Drawer } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Session } from '../api/types.ts';
import { Button } from '../ui/button.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { HeaderLinks } from './header-links.tsx';
import { MainMenu } from './main-menu.tsx';
import styles from './narrow-menu.module.css';

type Props = { open: boolean; onClose: () => void; session: Session };

/** The main menu of a narrow screen. */
export function NarrowMenu({ open, onClose, session }: Props) {
  const t = useTranslations('shell');
  return (
    <Drawer.Root
      opened={open}
      onClose={onClose}
      position="right"
      size="20rem"
      transitionProps={{ duration: 0 }}
      classNames={styles}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <Stack gap="small">
          <Row justify="between">
            <Drawer.Title>{t('menu')}</Drawer.Title>
            <Button kind="quiet" compact icon="close" onClick={onClose}>
              {t('closeMenu')}
            </Button>
          </Row>
          <MainMenu session={session} onChoose={onClose} />
          <HeaderLinks vertical onChoose={onClose} />
        </Stack>
      </Drawer.Content>
    </Drawer.Root>
  );
}
