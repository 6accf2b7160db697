import { useTranslations } from 'use-intl';
import { Card, Stack } from '../../ui/layout.tsx';
import type { Closing } from '../requests.ts';
import styles from './what-happens.module.css';

/** What closing does to users, to those below and to grants, with their numbers; read before it is done. */
export function WhatHappens({ closing }: { closing: Closing }) {
  const t = useTranslations('organizations');
  const { users, dealers, customers, grants, heir } = closing;
  const below = dealers + customers;
  return (
    <Card labelledBy="what-happens">
      <Stack gap="small">
        <h2 id="what-happens">{t('close.happens')}</h2>
        <ul className={styles['list']}>
          <li>{t('close.usersEnd', { count: users })}</li>
          <li>
            {below === 0 ? t('close.passNone') : t('close.passOn', { dealers, customers, heir: heir ?? t('maker') })}
          </li>
          <li>{t('close.grantsEnd', { count: grants })}</li>
          <li>{t('close.stays')}</li>
        </ul>
      </Stack>
    </Card>
  );
}
